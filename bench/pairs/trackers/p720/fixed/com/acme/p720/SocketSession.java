package com.acme.p720;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

public class SocketSession {

    private final String remote;
    private final Queue<byte[]> outgoing = new ConcurrentLinkedQueue<>();
    private final Meters meters;
    private String meterId;

    SocketSession(String remote, Meters meters) {
        this.remote = remote;
        this.meters = meters;
    }

    void open() {
        meterId = meters.gauge("backpressure", remote, outgoing, Queue::size);
    }

    public void send(byte[] frame) {
        outgoing.add(frame);
    }

    byte[] nextFrame() {
        return outgoing.poll();
    }

    void release() {
        meters.remove(meterId);
        outgoing.clear();
    }

    String remote() {
        return remote;
    }
}
