package com.acme.p604;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Answers block lookups, one pipeline object for each block handed out. */
public class BlockLocator {
    private final ExecutorService handlers;
    private final Supplier<Collection<String>> healthyNodes;

    public BlockLocator(ExecutorService handlers, Supplier<Collection<String>> healthyNodes) {
        this.handlers = handlers;
        this.healthyNodes = healthyNodes;
    }

    public Future<List<String>> locate(String block, String clientRack) {
        return handlers.submit(() -> {
            ReplicaPipeline pipeline = new ReplicaPipeline(block, healthyNodes.get());
            pipeline.orderBy(Comparator.comparingInt(n -> n.startsWith(clientRack) ? 0 : 1));
            return pipeline.nodesInOrder();
        });
    }
}
