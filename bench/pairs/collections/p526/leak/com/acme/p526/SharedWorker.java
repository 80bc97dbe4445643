package com.acme.p526;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

public class SharedWorker implements AutoCloseable {
    private final String name;
    private final DeploymentContext context;
    private final ExecutorService pool;
    private final AtomicBoolean closed = new AtomicBoolean();

    public SharedWorker(String name, int size, DeploymentContext context) {
        this.name = name;
        this.context = context;
        this.pool = Executors.newFixedThreadPool(size, r -> new Thread(r, "worker-" + name));
        context.addCloseHook(this);
    }

    public <T> CompletableFuture<T> executeBlocking(Callable<T> task) {
        if (closed.get()) {
            throw new IllegalStateException("worker " + name + " is closed");
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        pool.execute(() -> {
            try {
                result.complete(task.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            pool.shutdown();
        }
    }
}
