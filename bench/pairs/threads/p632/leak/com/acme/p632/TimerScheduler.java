package com.acme.p632;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Timers of a stream task. */
public final class TimerScheduler {
    private final Map<Object, ScheduledFuture<?>> scheduledFutures = new ConcurrentHashMap<>();
    private final ConcurrentMap<Object, Runnable> ready = new ConcurrentHashMap<>();
    private final ScheduledExecutorService executor;
    private volatile Runnable wakeUp = () -> { };

    private TimerScheduler(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    public static TimerScheduler create(ScheduledExecutorService executor) {
        return new TimerScheduler(executor);
    }

    public void onReady(Runnable listener) {
        wakeUp = listener;
    }

    public <K> void setTimer(K key, long timestamp, Consumer<K> callback) {
        if (scheduledFutures.containsKey(key)) {
            throw new IllegalStateException("duplicate timer " + key);
        }
        long delay = timestamp - System.currentTimeMillis();
        scheduledFutures.put(key, executor.schedule(() -> {
            ready.put(key, () -> callback.accept(key));
            wakeUp.run();
        }, Math.max(delay, 1), TimeUnit.MILLISECONDS));
    }

    public <K> void deleteTimer(K key) {
        ScheduledFuture<?> future = scheduledFutures.remove(key);
        if (future != null) {
            future.cancel(false);
        }
    }

    public Map<Object, Runnable> removeReady() {
        Map<Object, Runnable> due = new HashMap<>();
        for (Object key : ready.keySet()) {
            due.put(key, ready.remove(key));
        }
        return due;
    }
}
