package com.acme.p717;

import java.util.concurrent.CompletableFuture;

public class ResponseWriter {

    private final HttpConnection connection;
    private final byte[] buffer = new byte[16 * 1024];
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private int used;

    public ResponseWriter(HttpConnection connection) {
        this.connection = connection;
    }

    public CompletableFuture<Void> begin(int status) {
        put(("HTTP/1.1 " + status + "\r\n").getBytes());
        connection.onClose(() -> abort(new IllegalStateException("closed by peer")));
        return done;
    }

    public void put(byte[] data) {
        for (byte b : data) {
            if (used == buffer.length) {
                flush();
            }
            buffer[used++] = b;
        }
    }

    public void complete() {
        flush();
        done.complete(null);
    }

    private void flush() {
        connection.write(buffer, used);
        used = 0;
    }

    private void abort(Throwable cause) {
        used = 0;
        done.completeExceptionally(cause);
    }
}
