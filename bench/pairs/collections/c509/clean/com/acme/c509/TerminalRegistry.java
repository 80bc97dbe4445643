package com.acme.c509;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public final class TerminalRegistry {
    static final Map<String, TerminalSession> SESSIONS = new ConcurrentHashMap<>();

    private TerminalRegistry() {
    }

    static void enlist(TerminalSession session) {
        SESSIONS.put(session.id(), session);
    }

    public static void broadcast(String text) {
        SESSIONS.values().forEach(s -> s.write(text));
    }
}
