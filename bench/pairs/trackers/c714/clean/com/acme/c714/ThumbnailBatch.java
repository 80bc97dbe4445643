package com.acme.c714;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

class ThumbnailBatch implements AutoCloseable {

    private final ExecutorService pool;
    private final UnaryOperator<byte[]> scaler;
    private final List<Future<byte[]>> results = new ArrayList<>();

    ThumbnailBatch(int threads, UnaryOperator<byte[]> scaler) {
        this.pool = Executors.newFixedThreadPool(threads);
        this.scaler = scaler;
    }

    void add(byte[] image) {
        results.add(pool.submit(() -> scaler.apply(image)));
    }

    List<byte[]> results() throws InterruptedException, ExecutionException {
        List<byte[]> out = new ArrayList<>();
        for (Future<byte[]> result : results) {
            out.add(result.get());
        }
        return out;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
