package com.acme.c617;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Joins concurrent uploads of the same content. */
public class InFlightUploads {
    private final Map<String, CompletableFuture<String>> pending = new ConcurrentHashMap<>();
    private final Function<byte[], CompletableFuture<String>> store;

    public InFlightUploads(Function<byte[], CompletableFuture<String>> store) {
        this.store = store;
    }

    public CompletableFuture<String> upload(String hash, byte[] content) {
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> other = pending.putIfAbsent(hash, mine);
        if (other != null) {
            return other;
        }
        mine.orTimeout(2, TimeUnit.MINUTES).whenComplete((url, failure) -> pending.remove(hash, mine));
        begin(content, mine);
        return mine;
    }

    private void begin(byte[] content, CompletableFuture<String> target) {
        try {
            store.apply(content).whenComplete((url, failure) -> {
                if (failure != null) {
                    target.completeExceptionally(failure);
                } else {
                    target.complete(url);
                }
            });
        } catch (RuntimeException e) {
            target.completeExceptionally(e);
        }
    }

    public int running() {
        return pending.size();
    }
}
