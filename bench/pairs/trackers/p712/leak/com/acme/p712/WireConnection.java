package com.acme.p712;

import java.util.HashMap;
import java.util.Map;

public class WireConnection {

    private final Map<Long, WireSession> sessions = new HashMap<>();
    private final Map<Long, WireConsumer> consumers = new HashMap<>();
    private final Map<Long, Long> sessionOfConsumer = new HashMap<>();

    public synchronized void openSession(long sessionId) {
        sessions.put(sessionId, new WireSession());
    }

    public synchronized void addConsumer(long sessionId, long consumerId, String destination) {
        WireSession session = sessions.get(sessionId);
        if (session == null) {
            throw new IllegalStateException("no session " + sessionId);
        }
        WireConsumer consumer = new WireConsumer(consumerId, destination);
        session.attach(consumer);
        consumers.put(consumerId, consumer);
        sessionOfConsumer.put(consumerId, sessionId);
    }

    public synchronized void removeConsumer(long consumerId) {
        WireConsumer consumer = consumers.remove(consumerId);
        Long sessionId = sessionOfConsumer.remove(consumerId);
        if (consumer != null && sessions.containsKey(sessionId)) {
            sessions.get(sessionId).detach(consumer);
        }
    }

    public synchronized void closeSession(long sessionId) {
        WireSession session = sessions.remove(sessionId);
        if (session == null) {
            return;
        }
        for (WireConsumer consumer : session.attached()) {
            session.detach(consumer);
            sessionOfConsumer.remove(consumer.id);
        }
    }

    public synchronized void dispatch(long consumerId, byte[] message) {
        WireConsumer consumer = consumers.get(consumerId);
        if (consumer != null) {
            consumer.deliver(message);
        }
    }
}
