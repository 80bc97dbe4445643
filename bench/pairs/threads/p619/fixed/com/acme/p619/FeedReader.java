package com.acme.p619;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads ticks from a subscription and keeps the order book. */
public class FeedReader implements AutoCloseable {
    private final Supplier<Subscription> subscriber;
    private final Consumer<String> ticks;
    private final Map<String, Long> book = new ConcurrentHashMap<>();
    private final Thread reader;
    private volatile boolean running = true;
    private volatile Subscription current;

    public FeedReader(Supplier<Subscription> subscriber, Consumer<String> ticks) {
        this.subscriber = subscriber;
        this.ticks = ticks;
        this.current = subscriber.get();
        this.reader = new Thread(this::readLoop, "feed-reader");
        this.reader.setDaemon(true);
        this.reader.start();
    }

    private void readLoop() {
        while (running) {
            try {
                String tick = current.next(1000);
                if (tick != null) {
                    book.merge(tick, 1L, Long::sum);
                    ticks.accept(tick);
                }
            } catch (InterruptedException e) {
                if (running) {
                    current = subscriber.get();
                }
            }
        }
    }

    public long count(String symbol) {
        return book.getOrDefault(symbol, 0L);
    }

    @Override
    public void close() {
        running = false;
        current.cancel();
        reader.interrupt();
    }
}
