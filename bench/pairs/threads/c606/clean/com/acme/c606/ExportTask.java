package com.acme.c606;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;

/** Exports tables of one schema in parallel. */
public class ExportTask implements Callable<Integer> {
    private final List<String> tables;
    private final ToIntFunction<String> exporter;
    private final AtomicInteger rows = new AtomicInteger();

    public ExportTask(List<String> tables, ToIntFunction<String> exporter) {
        this.tables = List.copyOf(tables);
        this.exporter = exporter;
    }

    @Override
    public Integer call() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(4, tables.size())));
        try {
            tables.forEach(t -> pool.execute(() -> rows.addAndGet(exporter.applyAsInt(t))));
        } finally {
            Pools.finish(pool, Duration.ofMinutes(30));
        }
        return rows.get();
    }
}
