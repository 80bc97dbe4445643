package com.acme.p635;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Serialises work on the same key. */
public class KeyedLocks {
    private final Map<String, Slot> locks = new ConcurrentHashMap<>();

    private static final class Slot {
        private final ReentrantLock lock = new ReentrantLock();
    }

    public <T> T withLock(String key, Callable<T> work) throws Exception {
        Slot slot = obtain(key);
        slot.lock.lock();
        try {
            return work.call();
        } finally {
            slot.lock.unlock();
        }
    }

    private Slot obtain(String key) {
        return locks.computeIfAbsent(key, k -> new Slot());
    }

    public boolean isBusy(String key) {
        Slot slot = locks.get(key);
        return slot != null && slot.lock.isLocked();
    }
}
