package com.acme.p533;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

final class ConversationLocks {
    private static final ConcurrentHashMap<String, Object> LOCKS = new ConcurrentHashMap<>();


    private ConversationLocks() {
    }

    static <T> T withLock(String sessionId, Supplier<T> action) {
        synchronized (lockFor(sessionId)) {
            return action.get();
        }
    }

    private static Object lockFor(String sessionId) {
        return LOCKS.computeIfAbsent(sessionId, id -> new Object());
    }
}
