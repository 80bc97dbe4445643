package com.acme.p514;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

public class ConnectionRegistry {
    private final ConcurrentMap<String, MediaConnection> connections = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    public MediaConnection createConnection(String sessionId) {
        MediaConnection connection = new MediaConnection(sessionId);
        MediaConnection previous = connections.putIfAbsent(sessionId, connection);
        if (previous != null) {
            return previous;
        }
        count.incrementAndGet();
        return connection;
    }

    public MediaConnection connection(String sessionId) {
        return connections.get(sessionId);
    }

    public MediaConnection removeConnection(String sessionId) {
        MediaConnection removed = connections.remove(sessionId);
        if (removed != null) {
            count.decrementAndGet();
        }
        return removed;
    }

    public int size() {
        return count.get();
    }
}
