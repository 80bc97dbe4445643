package com.acme.p614;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Polls a message bridge and hands the records to a handler. */
public class BridgeConsumer implements AutoCloseable {
    private final Supplier<List<String>> source;
    private final Consumer<String> handler;
    private final Semaphore inFlight = new Semaphore(64);
    private final ScheduledExecutorService poller;
    private volatile ScheduledFuture<?> polling;

    public BridgeConsumer(Supplier<List<String>> source, Consumer<String> handler) {
        this.source = source;
        this.handler = handler;
        this.poller = Executors.newSingleThreadScheduledExecutor();
    }

    public void start(long periodMillis) {
        polling = poller.scheduleWithFixedDelay(this::poll, 0, periodMillis, TimeUnit.MILLISECONDS);
    }

    private void poll() {
        for (String item : source.get()) {
            inFlight.acquireUninterruptibly();
            try {
                handler.accept(item);
            } finally {
                inFlight.release();
            }
        }
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }

    public boolean close(Duration grace) {
        stopPolling();
        try {
            return inFlight.tryAcquire(64, grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            poller.shutdownNow();
        }
    }

    private void stopPolling() {
        if (polling != null) {
            polling.cancel(false);
        }
    }
}
