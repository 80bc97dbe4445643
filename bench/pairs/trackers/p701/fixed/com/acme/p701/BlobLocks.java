package com.acme.p701;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

final class BlobLocks {

    private static final Map<String, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private BlobLocks() {
    }

    static Held acquire(String digest) {
        while (true) {
            ReentrantLock lock = LOCKS.computeIfAbsent(digest, d -> new ReentrantLock());
            lock.lock();
            if (LOCKS.get(digest) == lock) {
                return new Held(digest, lock);
            }
            lock.unlock();
        }
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
            if (!lock.hasQueuedThreads() && lock.getHoldCount() == 1) {
                LOCKS.remove(digest, lock);
            }
            lock.unlock();
        }
    }
}
