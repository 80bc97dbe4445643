package com.acme.p716;

import java.util.UUID;
import java.util.function.Consumer;

public class RecoverableChannel implements AutoCloseable {

    private final RecoverableConnection connection;
    private final int number;
    private volatile boolean open = true;
    private volatile Consumer<byte[]> bound;

    RecoverableChannel(RecoverableConnection connection, int number) {
        this.connection = connection;
        this.number = number;
    }

    public String consume(String queue, Consumer<byte[]> callback) {
        String tag = "amq.ctag-" + UUID.randomUUID();
        bind(queue, callback);
        connection.recordConsumer(tag, new RecordedConsumer(this, queue, callback));
        return tag;
    }

    public void cancel(String tag) {
        bound = null;
        connection.deleteRecordedConsumer(tag);
    }

    void bind(String queue, Consumer<byte[]> callback) {
        bound = callback;
    }

    boolean isOpen() {
        return open;
    }

    int number() {
        return number;
    }

    @Override
    public void close() {
        open = false;
        connection.channelClosed(this);
    }
}
