package com.acme.p634;

import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

public class RpcChannel {
    private final BiConsumer<Long, byte[]> socket;

    public RpcChannel(BiConsumer<Long, byte[]> socket) {
        this.socket = socket;
    }

    public byte[] call(byte[] request, long timeoutMillis) throws InterruptedException, TimeoutException {
        ReplyFuture future = new ReplyFuture(request);
        try {
            socket.accept(future.id(), request);
        } catch (RuntimeException e) {
            future.cancel();
            throw new IllegalStateException("cannot send " + future, e);
        }
        return future.await(timeoutMillis);
    }

    public void onFrame(long id, byte[] body) {
        ReplyFuture.received(id, body);
    }
}
