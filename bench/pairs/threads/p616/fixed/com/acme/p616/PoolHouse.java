package com.acme.p616;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Worker pool whose size the operator changes at run time. */
public class PoolHouse {
    private final AtomicInteger number = new AtomicInteger();
    private final String name;
    private volatile ExecutorService workers;
    private int size;

    public PoolHouse(String name, int size) {
        this.name = name;
        this.size = size;
        this.workers = create(size);
    }

    public void onConfigurationChanged(Map<String, String> settings) {
        String wanted = settings.get(name + ".threads");
        if (wanted != null) {
            resize(Integer.parseInt(wanted));
        }
    }

    public synchronized void resize(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads);
        }
        size = threads;
        ExecutorService previous = workers;
        workers = create(threads);
        previous.shutdown();
    }

    private ExecutorService create(int threads) {
        return Executors.newFixedThreadPool(threads, r -> new Thread(r, name + "-" + number.incrementAndGet()));
    }

    public synchronized int size() {
        return size;
    }

    public <T> Future<T> submit(Callable<T> job) {
        return workers.submit(job);
    }

    public synchronized void stop() {
        workers.shutdown();
    }
}
