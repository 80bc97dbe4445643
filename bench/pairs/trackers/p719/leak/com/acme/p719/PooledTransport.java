package com.acme.p719;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

public class PooledTransport {

    private static final AtomicInteger INSTANCES = new AtomicInteger();

    private final String host;
    private final int port;
    private final String metricPrefix;
    private final Deque<Socket> idle = new ArrayDeque<>();
    private int leased;

    public PooledTransport(String host, int port) {
        this.host = host;
        this.port = port;
        this.metricPrefix = "transport." + INSTANCES.incrementAndGet() + ".";
        GaugeRegistry registry = GaugeRegistry.shared();
        registry.register(metricPrefix + "idle", this::idleCount);
        registry.register(metricPrefix + "leased", () -> leased);
    }

    public synchronized Socket lease() throws IOException {
        Socket socket = idle.poll();
        if (socket == null) {
            socket = new Socket(host, port);
        }
        leased++;
        return socket;
    }

    public synchronized void giveBack(Socket socket) {
        leased--;
        if (!socket.isClosed()) {
            idle.push(socket);
        }
    }

    private synchronized int idleCount() {
        return idle.size();
    }

    public synchronized void shutdown() throws IOException {
        for (Socket socket : idle) {
            socket.close();
        }
        idle.clear();
    }
}
