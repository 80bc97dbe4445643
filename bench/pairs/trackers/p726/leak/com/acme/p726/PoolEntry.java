package com.acme.p726;

import java.util.concurrent.atomic.AtomicInteger;

class PoolEntry {

    static final int FREE = 0;
    static final int USED = 1;
    static final int REMOVED = -1;

    private final AtomicInteger state = new AtomicInteger(FREE);
    private final byte[] sendBuffer = new byte[8192];
    private final long created = System.nanoTime();

    boolean move(int from, int to) {
        return state.compareAndSet(from, to);
    }

    long ageNanos() {
        return System.nanoTime() - created;
    }

    byte[] sendBuffer() {
        return sendBuffer;
    }
}
