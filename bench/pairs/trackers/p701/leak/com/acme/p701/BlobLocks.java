package com.acme.p701;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

final class BlobLocks {

    private static final Map<String, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private BlobLocks() {
    }

    static Held acquire(String digest) {
        ReentrantLock lock = LOCKS.computeIfAbsent(digest, d -> new ReentrantLock());
        lock.lock();
        return new Held(digest, lock);
    }

    static final class Held implements AutoCloseable {
        private final String digest;
        private final ReentrantLock lock;

        Held(String digest, ReentrantLock lock) {
            this.digest = digest;
            this.lock = lock;
        }

        String digest() {
            return digest;
        }

        @Override
        public void close() {
            lock.unlock();
        }
    }
}
