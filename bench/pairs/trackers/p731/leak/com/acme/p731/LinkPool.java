package com.acme.p731;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

public class LinkPool implements AutoCloseable {

    private final ScheduledExecutorService events = Executors.newScheduledThreadPool(2);
    private final Map<String, ClientLink> links = new ConcurrentHashMap<>();

    public ClientLink link(String broker) {
        return links.computeIfAbsent(broker, b -> {
            ClientLink link = new ClientLink(b, events);
            link.opened();
            return link;
        });
    }

    public void disconnected(String broker) {
        ClientLink link = links.remove(broker);
        if (link != null) {
            link.closed();
        }
    }

    @Override
    public void close() {
        events.shutdownNow();
        links.values().forEach(ClientLink::closed);
        links.clear();
    }
}
