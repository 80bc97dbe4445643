package com.acme.p514;

public class MediaConnection {
    enum State { CONNECT, CONNECTED, DISCONNECTING, DISCONNECTED }

    private final String sessionId;
    private final byte[] readBuffer = new byte[16 * 1024];
    private volatile State state = State.CONNECT;

    MediaConnection(String sessionId) {
        this.sessionId = sessionId;
    }

    public String sessionId() {
        return sessionId;
    }

    public byte[] readBuffer() {
        return readBuffer;
    }

    State state() {
        return state;
    }

    void state(State next) {
        state = next;
    }
}
