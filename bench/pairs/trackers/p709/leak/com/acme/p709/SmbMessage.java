package com.acme.p709;

final class SmbMessage {

    private final long mid;
    private final int command;
    private byte[] payload;
    private boolean received;

    SmbMessage(long mid, int command) {
        this.mid = mid;
        this.command = command;
    }

    long mid() {
        return mid;
    }

    int command() {
        return command;
    }

    synchronized void complete(byte[] data) {
        payload = data;
        received = true;
        notifyAll();
    }

    synchronized byte[] await(long millis) throws InterruptedException {
        long end = System.currentTimeMillis() + millis;
        while (!received) {
            long left = end - System.currentTimeMillis();
            if (left <= 0) {
                return null;
            }
            wait(left);
        }
        return payload;
    }
}
