package com.acme.p707;

import java.util.concurrent.atomic.AtomicLong;

public class ConnectionEndpoint implements AutoCloseable {

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private final String name = "net:type=Endpoint,id=" + SEQUENCE.incrementAndGet();
    private final byte[] receiveBuffer = new byte[64 * 1024];
    private final AtomicLong received = new AtomicLong();

    public ConnectionEndpoint() {
        BeanExports.export(name, this);
    }

    public void onData(byte[] data, int length) {
        System.arraycopy(data, 0, receiveBuffer, 0, Math.min(length, receiveBuffer.length));
        received.addAndGet(length);
    }

    public long getReceived() {
        return received.get();
    }

    @Override
    public void close() {
        BeanExports.unexport(name);
    }
}
