package com.acme.p515;

import java.io.IOException;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

public class HttpExchangeSender {
    private final Deque<KeepAliveConnection> idle = new ConcurrentLinkedDeque<>();
    private final Supplier<KeepAliveConnection> connector;

    public HttpExchangeSender(Supplier<KeepAliveConnection> connector) {
        this.connector = connector;
    }

    public CompletableFuture<String> get(String path) {
        KeepAliveConnection connection = idle.poll();
        if (connection == null || !connection.isOpen()) {
            connection = connector.get();
        }
        KeepAliveConnection used = connection;
        return send(used, "GET " + path, 10_000).whenComplete((body, failure) -> {
            if (failure == null && used.isOpen()) {
                idle.push(used);
            }
        });
    }

    CompletableFuture<String> send(KeepAliveConnection connection, String request, long timeoutMillis) {
        CompletableFuture<String> response = new CompletableFuture<>();
        Runnable onClose = () -> response.completeExceptionally(new IOException("closed during " + request));
        connection.onClose(onClose);
        response.whenComplete((body, failure) -> connection.removeOnClose(onClose));
        connection.write(request, response::complete);
        return response.orTimeout(timeoutMillis, TimeUnit.MILLISECONDS);
    }
}
