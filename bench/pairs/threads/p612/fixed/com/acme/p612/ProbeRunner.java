package com.acme.p612;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs the database probes of one scrape in parallel. */
public class ProbeRunner {
    private final int parallelism;
    private final long timeoutMillis;

    public ProbeRunner(int parallelism, long timeoutMillis) {
        this.parallelism = parallelism;
        this.timeoutMillis = timeoutMillis;
    }

    public Map<String, Boolean> runAll(List<Probe> probes) throws InterruptedException {
        Map<String, Boolean> results = new LinkedHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(parallelism);
        try {
            List<Future<Boolean>> futures = pool.invokeAll(probes, timeoutMillis, TimeUnit.MILLISECONDS);
            for (int i = 0; i < futures.size(); i++) {
                results.put(probes.get(i).name(), outcome(futures.get(i)));
            }
        } finally {
            pool.shutdownNow();
        }
        return results;
    }

    private static boolean outcome(Future<Boolean> future) throws InterruptedException {
        if (future.isCancelled()) {
            return false;
        }
        try {
            return future.get();
        } catch (ExecutionException e) {
            return false;
        }
    }
}
