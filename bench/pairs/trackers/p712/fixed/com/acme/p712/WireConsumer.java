package com.acme.p712;

import java.util.ArrayDeque;
import java.util.Deque;

class WireConsumer {

    final long id;
    final String destination;
    private final Deque<byte[]> prefetched = new ArrayDeque<>();
    private boolean started = true;

    WireConsumer(long id, String destination) {
        this.id = id;
        this.destination = destination;
    }

    synchronized void deliver(byte[] message) {
        if (started) {
            prefetched.add(message);
        }
    }

    synchronized byte[] acknowledge() {
        return prefetched.poll();
    }

    synchronized void stop() {
        started = false;
    }
}
