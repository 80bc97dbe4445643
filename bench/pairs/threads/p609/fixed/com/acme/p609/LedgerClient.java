package com.acme.p609;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Client of a distributed ledger network. */
public final class LedgerClient implements AutoCloseable {
    private final ExecutorService executor;
    private final NodeNetwork network;
    private final NodeNetwork mirror;

    private LedgerClient(ExecutorService executor, NodeNetwork network, NodeNetwork mirror) {
        this.executor = executor;
        this.network = network;
        this.mirror = mirror;
    }

    public static LedgerClient forNetwork(Map<String, InetSocketAddress> nodes, InetSocketAddress mirrorNode) {
        ExecutorService executor = createExecutor();
        return new LedgerClient(executor, new NodeNetwork(nodes), new NodeNetwork(Map.of("mirror", mirrorNode)));
    }

    private static ExecutorService createExecutor() {
        ThreadFactory threads = r -> {
            Thread t = new Thread(r, "ledger-sdk");
            t.setDaemon(true);
            return t;
        };
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), threads);
    }

    public CompletableFuture<Boolean> ping(String node) {
        return CompletableFuture.supplyAsync(() -> network.connect(node), executor);
    }

    public CompletableFuture<Boolean> pingMirror() {
        return CompletableFuture.supplyAsync(() -> mirror.connect("mirror"), executor);
    }

    @Override
    public void close() {
        network.close();
        mirror.close();
        executor.shutdown();
    }
}
