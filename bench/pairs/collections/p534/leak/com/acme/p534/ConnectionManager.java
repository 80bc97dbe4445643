package com.acme.p534;

import java.util.ArrayDeque;
import java.util.Deque;

public class ConnectionManager {
    private final Deque<Long> idleSince = new ArrayDeque<>();
    private final byte[] sharedBuffer = new byte[64 * 1024];

    public synchronized void checkin(long now) {
        idleSince.addLast(now);
    }

    public synchronized void closeIdle(long olderThan) {
        while (!idleSince.isEmpty() && idleSince.peekFirst() < olderThan) {
            idleSince.removeFirst();
        }
    }

    public byte[] buffer() {
        return sharedBuffer;
    }
}
