package com.acme.p514;

import java.util.UUID;

public class StreamingClient extends BaseMediaHandler {
    private volatile MediaConnection current;

    public StreamingClient() {
        super(new ConnectionRegistry());
    }

    public String connect() {
        String sessionId = UUID.randomUUID().toString();
        connectionOpened(sessionId);
        return sessionId;
    }

    @Override
    protected void opened(MediaConnection connection) {
        current = connection;
    }

    @Override
    protected void closing(MediaConnection connection) {
        super.closing(connection);
        if (current == connection) {
            current = null;
        }
    }

    public void reconnect() {
        MediaConnection old = current;
        if (old != null) {
            connectionClosed(old.sessionId());
        }
        connect();
    }
}
