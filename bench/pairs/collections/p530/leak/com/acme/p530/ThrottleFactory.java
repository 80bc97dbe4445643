package com.acme.p530;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;

public class ThrottleFactory {
    private static ThrottleFactory instance;

    private final WeakHashMap<String, SharedThrottle> active = new WeakHashMap<>();
    private final Timer timer = new Timer("throttle-update", true);

    private ThrottleFactory() {
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                updateAll();
            }
        }, 1000, 1000);
    }

    public static synchronized ThrottleFactory getInstance() {
        if (instance == null) {
            instance = new ThrottleFactory();
        }
        return instance;
    }

    public Throttle create(String name, LongSupplier rate) {
        synchronized (active) {
            SharedThrottle throttle = active.get(name);
            if (throttle == null) {
                throttle = new SharedThrottle(name, rate);
                active.put(name, throttle);
            }
            return throttle;
        }
    }

    private void updateAll() {
        Map<String, SharedThrottle> copy;
        synchronized (active) {
            copy = Map.copyOf(active);
        }
        copy.values().forEach(SharedThrottle::update);
    }

    private static final class SharedThrottle implements Throttle {
        private final String name;
        private final LongSupplier rate;
        private volatile long permitsPerSecond;

        SharedThrottle(String name, LongSupplier rate) {
            this.name = name;
            this.rate = rate;
            update();
        }

        void update() {
            permitsPerSecond = rate.getAsLong();
        }

        @Override
        public void acquire(long permits) {
            if (permitsPerSecond > 0) {
                try {
                    Thread.sleep(1000 * permits / permitsPerSecond);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted in throttle " + name, e);
                }
            }
        }
    }
}
