package com.acme.p607;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Forwards calls to the back end and measures them. */
public class TracingGateway {
    private final Function<String, CompletableFuture<String>> backend;
    private final BiConsumer<String, Long> reporter;

    public TracingGateway(Function<String, CompletableFuture<String>> backend, BiConsumer<String, Long> reporter) {
        this.backend = backend;
        this.reporter = reporter;
    }

    public CompletableFuture<String> forward(String path) {
        Span span = TraceHolder.open("GET " + path);
        span.tag("http.path", path);
        return backend.apply(path).whenCompleteAsync((answer, failure) -> {
            span.tag("error", String.valueOf(failure));
            span.finish();
            reporter.accept(span.toString(), span.duration());
            TraceHolder.close();
        });
    }
}
