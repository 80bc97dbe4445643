package com.acme.p631;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Channels of one HTTP session. */
public class PushChannels {
    private final Map<String, String> sessionScoped = new ConcurrentHashMap<>();
    private final Map<String, String> userScoped = new ConcurrentHashMap<>();

    public String open(String channel, String user) {
        Map<String, String> scope = user == null ? sessionScoped : userScoped;
        return scope.computeIfAbsent(channel, c -> {
            String id = c + '?' + UUID.randomUUID();
            PushSockets.register(id);
            return id;
        });
    }

    public void sessionDestroyed() {
        PushSockets.deregister(sessionScoped.values());
        sessionScoped.clear();
        PushSockets.deregister(userScoped.values());
        userScoped.clear();
    }
}
