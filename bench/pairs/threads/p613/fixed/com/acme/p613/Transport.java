package com.acme.p613;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Sends requests on a given executor. */
public final class Transport {
    private final URI base;
    private final Executor executor;

    private Transport(URI base, Executor executor) {
        this.base = base;
        this.executor = executor;
    }

    public static Transport over(URI base, Executor executor) {
        return new Transport(base, executor);
    }

    public Optional<Executor> executor() {
        return Optional.ofNullable(executor);
    }

    public CompletableFuture<String> send(String path, Function<URI, String> exchange) {
        return CompletableFuture.supplyAsync(() -> exchange.apply(base.resolve(path)), executor);
    }
}
