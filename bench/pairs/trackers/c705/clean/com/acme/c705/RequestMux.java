package com.acme.c705;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

public class RequestMux {

    private final Map<Integer, CompletableFuture<byte[]>> pending = new ConcurrentHashMap<>();
    private final AtomicInteger streams = new AtomicInteger();
    private final BiConsumer<Integer, byte[]> wire;

    public RequestMux(BiConsumer<Integer, byte[]> wire) {
        this.wire = wire;
    }

    public CompletableFuture<byte[]> request(byte[] body) {
        int stream = streams.incrementAndGet();
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        pending.put(stream, answer);
        answer.orTimeout(30, TimeUnit.SECONDS)
                .whenComplete((data, error) -> pending.remove(stream));
        try {
            wire.accept(stream, body);
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    public void onFrame(int stream, byte[] data) {
        CompletableFuture<byte[]> answer = pending.get(stream);
        if (answer != null) {
            answer.complete(data);
        }
    }

    public void onDisconnect(Throwable cause) {
        pending.values().forEach(answer -> answer.completeExceptionally(cause));
    }
}
