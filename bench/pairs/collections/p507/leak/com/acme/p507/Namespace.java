package com.acme.p507;

import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

public class Namespace {
    private final String name;
    private final Set<UUID> clients = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Set<UUID>> clientsByRoom = new ConcurrentHashMap<>();
    private final ConcurrentMap<UUID, Set<String>> roomsByClient = new ConcurrentHashMap<>();

    public Namespace(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public void onConnect(UUID client) {
        clients.add(client);
        join("", client);
    }

    public void join(String room, UUID client) {
        link(clientsByRoom, room, client);
        link(roomsByClient, client, room);
    }

    public void leave(String room, UUID client) {
        unlink(clientsByRoom, room, client);
        unlink(roomsByClient, client, room);
    }

    public Set<String> rooms(UUID client) {
        return Collections.unmodifiableSet(roomsByClient.getOrDefault(client, Set.of()));
    }

    public void onDisconnect(UUID client) {
        Set<String> joined = roomsByClient.getOrDefault(client, Set.of());
        for (String room : joined) {
            unlink(clientsByRoom, room, client);
        }
        if (joined.isEmpty()) {
            roomsByClient.remove(client);
        }
        clients.remove(client);
    }

    private static <K, V> void link(ConcurrentMap<K, Set<V>> index, K key, V value) {
        index.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet()).add(value);
    }

    private static <K, V> void unlink(ConcurrentMap<K, Set<V>> index, K key, V value) {
        index.computeIfPresent(key, (k, values) -> {
            values.remove(value);
            return values.isEmpty() ? null : values;
        });
    }
}
