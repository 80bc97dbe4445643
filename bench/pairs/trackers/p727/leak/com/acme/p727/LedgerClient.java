package com.acme.p727;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class LedgerClient implements AutoCloseable {

    private static final Duration DEFAULT_CLOSE = Duration.ofSeconds(30);

    private final String host;
    private final int port;
    private final NodeNetwork network = new NodeNetwork();
    private final ExecutorService executor;

    public LedgerClient(String host, int port) {
        this.host = host;
        this.port = port;
        this.executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    }

    public CompletableFuture<byte[]> query(byte[] query) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return network.exchange(network.channel(host, port), query);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, executor);
    }

    @Override
    public void close() throws IOException {
        network.close(DEFAULT_CLOSE);
        executor.shutdown();
    }

    public void close(Duration timeout) throws IOException {
        network.close(timeout);
    }
}
