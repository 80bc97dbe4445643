package com.acme.p514;

abstract class BaseMediaHandler {
    protected final ConnectionRegistry registry;

    protected BaseMediaHandler(ConnectionRegistry registry) {
        this.registry = registry;
    }

    public void connectionOpened(String sessionId) {
        MediaConnection connection = registry.createConnection(sessionId);
        connection.state(MediaConnection.State.CONNECTED);
        opened(connection);
    }

    public void connectionClosed(String sessionId) {
        MediaConnection connection = registry.connection(sessionId);
        if (connection == null) {
            return;
        }
        closing(connection);
        if (connection.state() == MediaConnection.State.CONNECTED) {
            registry.removeConnection(sessionId);
            connection.state(MediaConnection.State.DISCONNECTED);
        }
    }

    protected abstract void opened(MediaConnection connection);

    protected void closing(MediaConnection connection) {
        connection.state(MediaConnection.State.DISCONNECTING);
    }
}
