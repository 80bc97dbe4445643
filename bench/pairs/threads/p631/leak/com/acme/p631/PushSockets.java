package com.acme.p631;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** Open push sockets by channel id. */
public final class PushSockets {
    private static final ConcurrentMap<String, Set<Consumer<String>>> SOCKETS = new ConcurrentHashMap<>();

    private PushSockets() {
    }

    static void register(String channelId) {
        SOCKETS.putIfAbsent(channelId, ConcurrentHashMap.newKeySet());
    }

    public static boolean add(String channelId, Consumer<String> socket) {
        Set<Consumer<String>> sockets = SOCKETS.get(channelId);
        return sockets != null && sockets.add(socket);
    }

    public static void remove(String channelId, Consumer<String> socket) {
        Set<Consumer<String>> sockets = SOCKETS.get(channelId);
        if (sockets != null) {
            sockets.remove(socket);
        }
    }

    public static int send(String channelId, String message) {
        Set<Consumer<String>> sockets = SOCKETS.getOrDefault(channelId, Set.of());
        sockets.forEach(s -> s.accept(message));
        return sockets.size();
    }

    static void deregister(Collection<String> channelIds) {
        channelIds.forEach(SOCKETS::remove);
    }
}
