package com.acme.c606;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

final class Pools {
    private Pools() {
    }

    static void finish(ExecutorService pool, Duration limit) throws InterruptedException {
        pool.shutdown();
        if (!pool.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            pool.shutdownNow();
        }
    }
}
