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
        private int users;
    }

    public <T> T withLock(String key, Callable<T> work) throws Exception {
        Slot slot = obtain(key);
        slot.lock.lock();
        try {
            return work.call();
        } finally {
            slot.lock.unlock();
            giveBack(key);
        }
    }

    private Slot obtain(String key) {
        return locks.compute(key, (k, old) -> {
            Slot slot = old == null ? new Slot() : old;
            slot.users++;
            return slot;
        });
    }

    private void giveBack(String key) {
        locks.computeIfPresent(key, (k, slot) -> --slot.users == 0 ? null : slot);
    }

    public boolean isBusy(String key) {
        Slot slot = locks.get(key);
        return slot != null && slot.lock.isLocked();
    }
}
