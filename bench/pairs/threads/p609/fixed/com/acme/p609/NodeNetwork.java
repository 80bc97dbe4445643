package com.acme.p609;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;

final class NodeNetwork {
    private final Map<String, InetSocketAddress> nodes;
    private final Map<String, Socket> channels = new HashMap<>();

    NodeNetwork(Map<String, InetSocketAddress> nodes) {
        this.nodes = Map.copyOf(nodes);
    }

    synchronized boolean connect(String node) {
        Socket open = channels.get(node);
        if (open != null && open.isConnected()) {
            return true;
        }
        try {
            Socket socket = new Socket();
            socket.connect(nodes.get(node), 2000);
            channels.put(node, socket);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    synchronized void close() {
        for (Socket s : channels.values()) {
            try {
                s.close();
            } catch (IOException e) {
                System.getLogger("ledger").log(System.Logger.Level.DEBUG, "close", e);
            }
        }
        channels.clear();
    }
}
