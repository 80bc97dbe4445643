package com.acme.p533;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

final class ConversationLocks {
    private static final Object[] LOCKS = new Object[256];

    static {
        for (int i = 0; i < LOCKS.length; i++) {
            LOCKS[i] = new Object();
        }
    }

    private ConversationLocks() {
    }

    static <T> T withLock(String sessionId, Supplier<T> action) {
        synchronized (lockFor(sessionId)) {
            return action.get();
        }
    }

    private static Object lockFor(String sessionId) {
        return LOCKS[Math.floorMod(sessionId.hashCode(), LOCKS.length)];
    }
}
