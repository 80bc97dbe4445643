package com.acme.p536;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

public class ExchangeChannel {
    private static final AtomicLong IDS = new AtomicLong();

    public interface Wire {
        void send(long id, Object message) throws IOException;
    }

    private final String remote;
    private final Wire wire;
    private volatile boolean closed;

    public ExchangeChannel(String remote, Wire wire) {
        this.remote = remote;
        this.wire = wire;
    }

    public PendingReply request(Object message) throws IOException {
        if (closed) {
            throw new IOException("channel to " + remote + " is closed");
        }
        long id = IDS.incrementAndGet();
        PendingReply reply = PendingReply.create(id, remote);
        wire.send(id, message);
        return reply;
    }

    public void onMessage(long id, Object result) {
        PendingReply.received(id, result);
    }

    public void close() {
        closed = true;
    }
}
