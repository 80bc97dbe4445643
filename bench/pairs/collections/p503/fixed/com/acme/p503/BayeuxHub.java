package com.acme.p503;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

public class BayeuxHub {
    private final ConcurrentMap<String, RemoteClient> clients = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, List<RemoteClient>> clientsByBrowser = new ConcurrentHashMap<>();
    private int multiFrameInterval = 2000;

    public void setMultiFrameInterval(int millis) {
        this.multiFrameInterval = millis;
    }

    public RemoteClient handshake(String browserId) {
        String browser = browserId == null ? newBrowserId() : browserId;
        RemoteClient client = new RemoteClient(UUID.randomUUID().toString(), browser);
        clients.put(client.id(), client);
        clientOnBrowser(browser, client);
        return client;
    }

    public long pollInterval(RemoteClient client) {
        List<RemoteClient> peers = clientsByBrowser.get(client.browserId());
        return peers != null && peers.size() > 1 ? multiFrameInterval : 0;
    }

    public void disconnect(String clientId) {
        RemoteClient client = clients.remove(clientId);
        if (client != null) {
            clientOffBrowser(client.browserId(), client);
        }
    }

    protected void clientOnBrowser(String browserId, RemoteClient client) {
        clientsByBrowser.computeIfAbsent(browserId, b -> new CopyOnWriteArrayList<>()).add(client);
    }

    protected void clientOffBrowser(String browserId, RemoteClient client) {
        clientsByBrowser.computeIfPresent(browserId, (b, peers) -> {
            peers.remove(client);
            return peers.isEmpty() ? null : peers;
        });
    }

    private static String newBrowserId() {
        return Long.toString(UUID.randomUUID().getMostSignificantBits(), 36);
    }
}
