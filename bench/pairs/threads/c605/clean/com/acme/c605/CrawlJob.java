package com.acme.c605;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** State of one crawl. */
final class CrawlJob {
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final ExecutorService pool;
    private final Function<String, List<String>> fetcher;

    CrawlJob(Function<String, List<String>> fetcher, int threads) {
        this.fetcher = fetcher;
        this.pool = Executors.newFixedThreadPool(threads);
    }

    ExecutorService pool() {
        return pool;
    }

    int crawl(Collection<String> roots) throws InterruptedException {
        Collection<String> level = roots;
        while (!level.isEmpty()) {
            List<Callable<List<String>>> calls = new ArrayList<>();
            for (String url : level) {
                if (seen.add(url)) {
                    calls.add(() -> fetcher.apply(url));
                }
            }
            List<String> next = new ArrayList<>();
            for (Future<List<String>> f : pool.invokeAll(calls)) {
                try {
                    next.addAll(f.get());
                } catch (ExecutionException e) {
                    System.getLogger("crawl").log(System.Logger.Level.INFO, "skipped", e.getCause());
                }
            }
            level = next;
        }
        return seen.size();
    }
}
