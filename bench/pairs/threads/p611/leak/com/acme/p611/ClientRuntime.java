package com.acme.p611;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

final class ClientRuntime {
    private final Function<URI, String> connector;
    private final AsyncExecutorsFactory executors;
    private final AtomicBoolean closed = new AtomicBoolean();

    ClientRuntime(Function<URI, String> connector, int poolSize) {
        this.connector = connector;
        this.executors = new AsyncExecutorsFactory(poolSize);
    }

    String invoke(URI uri) {
        if (closed.get()) {
            throw new IllegalStateException("closed");
        }
        return connector.apply(uri);
    }

    void submit(URI uri, Consumer<String> callback) {
        executors.requesting().execute(() -> {
            String entity = invoke(uri);
            executors.responding().execute(() -> callback.accept(entity));
        });
    }

    void close() {
        closed.set(true);
    }
}
