package com.acme.c605;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

public class Crawler {
    private final Function<String, List<String>> fetcher;

    public Crawler(Function<String, List<String>> fetcher) {
        this.fetcher = fetcher;
    }

    public int run(Collection<String> roots) throws InterruptedException {
        CrawlJob job = new CrawlJob(fetcher, 8);
        try {
            return job.crawl(roots);
        } finally {
            job.pool().shutdownNow();
        }
    }
}
