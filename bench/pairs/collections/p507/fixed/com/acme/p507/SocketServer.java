package com.acme.p507;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

public class SocketServer {
    private final Map<String, Namespace> namespaces = new ConcurrentHashMap<>();

    public SocketServer(String... names) {
        for (String n : names) {
            namespaces.put(n, new Namespace(n));
        }
    }

    public void accepted(String namespace, UUID client) {
        namespaces.get(namespace).onConnect(client);
    }

    public void message(String namespace, UUID client, String verb, String room) {
        Namespace ns = namespaces.get(namespace);
        if ("join".equals(verb)) {
            ns.join(room, client);
        } else if ("leave".equals(verb)) {
            ns.leave(room, client);
        }
    }

    public void dropped(UUID client) {
        namespaces.values().forEach(ns -> ns.onDisconnect(client));
    }
}
