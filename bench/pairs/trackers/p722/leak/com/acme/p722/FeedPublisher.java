package com.acme.p722;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

public class FeedPublisher {

    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final Consumer<FeedEntry> out;

    public FeedPublisher(Consumer<FeedEntry> out) {
        this.out = out;
    }

    public void publish(List<FeedEntry> entries) {
        for (FeedEntry entry : entries) {
            workers.execute(() -> out.accept(BeanCloner.copy(entry)));
        }
    }

    public void stop() {
        workers.shutdown();
    }
}
