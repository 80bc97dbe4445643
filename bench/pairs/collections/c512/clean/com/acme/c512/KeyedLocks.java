package com.acme.c512;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

public class KeyedLocks {
    private static final class Counted extends ReentrantLock {
        private static final long serialVersionUID = 1L;
        int users;
    }

    private final ConcurrentHashMap<String, Counted> locks = new ConcurrentHashMap<>();

    public <T> T locked(String key, Supplier<T> body) {
        Counted lock = locks.compute(key, (k, old) -> {
            Counted c = old == null ? new Counted() : old;
            c.users++;
            return c;
        });
        try {
            lock.lock();
            try {
                return body.get();
            } finally {
                lock.unlock();
            }
        } finally {
            locks.compute(key, (k, c) -> --c.users == 0 ? null : c);
        }
    }
}
