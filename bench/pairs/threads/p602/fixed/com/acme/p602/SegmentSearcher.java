package com.acme.p602;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Opens the segments of a collection and swaps them when a newer generation is written. */
public class SegmentSearcher {
    private final ExecutorService searchThreads;
    private volatile PooledScratch active;

    public SegmentSearcher(ExecutorService searchThreads) {
        this.searchThreads = searchThreads;
    }

    public void refresh(float[][] generation) {
        active = new PooledScratch(generation, generation.length == 0 ? 0 : generation[0].length);
    }

    public Future<Integer> search(float[] query) {
        PooledScratch index = active;
        return searchThreads.submit(() -> index.nearest(query));
    }
}
