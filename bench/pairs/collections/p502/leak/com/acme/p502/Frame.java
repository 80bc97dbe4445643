package com.acme.p502;

public abstract class Frame {
    private final long messageId;
    private byte[] payload;
    private boolean received;

    protected Frame(long messageId) {
        this.messageId = messageId;
    }

    public long messageId() {
        return messageId;
    }

    public synchronized void fill(byte[] bytes) {
        payload = bytes;
        received = true;
        notifyAll();
    }

    public synchronized byte[] await(long millis) throws InterruptedException {
        if (!received) {
            wait(millis);
        }
        return payload;
    }
}
