package com.acme.p527;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

public final class TimerRegistry {
    private static final TimerRegistry INSTANCE = new TimerRegistry();

    public static final class Timer {
        private final LongAdder count = new LongAdder();
        private final LongAdder total = new LongAdder();
        private final LongAccumulator max = new LongAccumulator(Long::max, 0);

        public void update(long nanos) {
            count.increment();
            total.add(nanos);
            max.accumulate(nanos);
        }
    }

    private final ConcurrentMap<String, Timer> timers = new ConcurrentHashMap<>();

    private TimerRegistry() {
    }

    public static TimerRegistry instance() {
        return INSTANCE;
    }

    public Timer timer(String name) {
        Timer timer = timers.get(name);
        return timer != null ? timer : timers.computeIfAbsent(name, n -> new Timer());
    }
}
