package com.acme.c501;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

public class DeviceLink {
    public interface Port {
        void write(int id, byte[] frame);
    }

    private final ConcurrentMap<Integer, CompletableFuture<byte[]>> pending = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Port port;

    public DeviceLink(Port port) {
        this.port = port;
    }

    public CompletableFuture<byte[]> ask(byte[] frame) {
        int id = ids.incrementAndGet();
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        pending.put(id, answer);
        answer.orTimeout(3, TimeUnit.SECONDS).whenComplete((bytes, failure) -> pending.remove(id));
        try {
            port.write(id, frame);
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    public void received(int id, byte[] frame) {
        CompletableFuture<byte[]> answer = pending.get(id);
        if (answer != null) {
            answer.complete(frame);
        }
    }
}
