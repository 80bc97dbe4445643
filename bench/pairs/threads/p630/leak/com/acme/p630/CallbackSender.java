package com.acme.p630;

import java.io.Closeable;
import java.util.function.BiConsumer;

public class CallbackSender {
    private final OutboundConnections cache;
    private final BiConsumer<Closeable, byte[]> protocol;

    public CallbackSender(OutboundConnections cache, BiConsumer<Closeable, byte[]> protocol) {
        this.cache = cache;
        this.protocol = protocol;
    }

    public void send(String clientAddress, byte[] message) {
        Closeable connection = cache.get(clientAddress);
        boolean sent = false;
        try {
            protocol.accept(connection, message);
            sent = true;
        } finally {
            if (sent) {
                cache.release(connection);
            } else {
                cache.close(connection);
            }
        }
    }
}
