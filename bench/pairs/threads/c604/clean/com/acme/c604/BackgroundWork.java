package com.acme.c604;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The application-wide pool for small background jobs. */
public final class BackgroundWork {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ExecutorService POOL = Executors.newFixedThreadPool(3, BackgroundWork::thread);

    private BackgroundWork() {
    }

    private static Thread thread(Runnable job) {
        Thread t = new Thread(job, "background-" + NUMBER.incrementAndGet());
        t.setDaemon(true);
        return t;
    }

    public static <T> CompletableFuture<T> supply(Supplier<T> job) {
        return CompletableFuture.supplyAsync(job, POOL);
    }

    public static CompletableFuture<Void> run(Runnable job) {
        return CompletableFuture.runAsync(job, POOL);
    }
}
