package com.acme.p627;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** Writes batches of items to a table with limited throughput. */
public class BatchWriter implements AutoCloseable {
    private final ThreadPoolExecutor threads;
    private final CompletionService<Integer> completion;
    private final Function<List<String>, Integer> table;
    private final LongAdder written = new LongAdder();

    public BatchWriter(int parallelism, Function<List<String>, Integer> table) {
        this.table = table;
        this.threads = new ThreadPoolExecutor(parallelism, parallelism, 0, TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(parallelism * 4), new ThreadPoolExecutor.CallerRunsPolicy());
        this.completion = new ExecutorCompletionService<>(threads);
    }

    public void write(List<String> items) {
        List<String> batch = List.copyOf(items);
        completion.submit(() -> writeBatch(batch));
    }

    private Integer writeBatch(List<String> batch) {
        int done = table.apply(batch);
        written.add(done);
        return done;
    }

    public long written() {
        return written.sum();
    }

    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }
}
