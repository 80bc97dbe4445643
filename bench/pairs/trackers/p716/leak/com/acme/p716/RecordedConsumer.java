package com.acme.p716;

import java.util.function.Consumer;

final class RecordedConsumer {

    private final RecoverableChannel channel;
    private final String queue;
    private final Consumer<byte[]> callback;

    RecordedConsumer(RecoverableChannel channel, String queue, Consumer<byte[]> callback) {
        this.channel = channel;
        this.queue = queue;
        this.callback = callback;
    }

    RecoverableChannel channel() {
        return channel;
    }

    void recover() {
        if (channel.isOpen()) {
            channel.bind(queue, callback);
        }
    }
}
