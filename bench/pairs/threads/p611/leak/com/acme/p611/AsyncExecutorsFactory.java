package com.acme.p611;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class AsyncExecutorsFactory {
    private final int poolSize;
    private ExecutorService requesting;

    AsyncExecutorsFactory(int poolSize) {
        this.poolSize = poolSize;
    }

    synchronized ExecutorService requesting() {
        if (requesting == null) {
            requesting = poolSize > 0 ? Executors.newFixedThreadPool(poolSize, AsyncExecutorsFactory::named)
                : Executors.newCachedThreadPool(AsyncExecutorsFactory::named);
        }
        return requesting;
    }

    Executor responding() {
        return Runnable::run;
    }

    private static Thread named(Runnable r) {
        return new Thread(r, "rest-client-async-executor");
    }
}
