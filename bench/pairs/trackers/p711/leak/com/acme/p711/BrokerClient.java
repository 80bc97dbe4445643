package com.acme.p711;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public class BrokerClient implements AutoCloseable {

    private final InetSocketAddress address;
    private final List<BrokerConnection> connections = new CopyOnWriteArrayList<>();

    public BrokerClient(String host, int port) {
        this.address = new InetSocketAddress(host, port);
    }

    public BrokerConnection connect() throws IOException {
        BrokerConnection connection = new BrokerConnection(address);
        connections.add(connection);
        return connection;
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (BrokerConnection connection : connections) {
            try {
                connection.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        connections.clear();
        if (failure != null) {
            throw failure;
        }
    }
}
