package com.acme.c515;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

public class SingleFlight<V> {
    private final ConcurrentMap<String, CompletableFuture<V>> running = new ConcurrentHashMap<>();
    private final Function<String, V> loader;

    public SingleFlight(Function<String, V> loader) {
        this.loader = loader;
    }

    public V load(String url) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> other = running.putIfAbsent(url, mine);
        if (other != null) {
            return other.join();
        }
        try {
            V value = loader.apply(url);
            mine.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(url, mine);
        }
    }
}
