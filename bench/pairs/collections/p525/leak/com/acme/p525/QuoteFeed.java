package com.acme.p525;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

public class QuoteFeed {
    public interface QuoteListener {
        void quote(String pair, double rate);
    }

    private final String pair;
    private final DoubleSupplier source;
    private final List<QuoteListener> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    public QuoteFeed(String pair, DoubleSupplier source) {
        this.pair = pair;
        this.source = source;
    }

    public void start() {
        timer.scheduleAtFixedRate(this::poll, 0, 250, TimeUnit.MILLISECONDS);
    }

    public void addQuoteListener(QuoteListener listener) {
        listeners.add(listener);
    }

    public void removeQuoteListener(QuoteListener listener) {
        listeners.remove(listener);
    }

    private void poll() {
        double rate = source.getAsDouble();
        for (QuoteListener l : listeners) {
            l.quote(pair, rate);
        }
    }

    public void stop() {
        timer.shutdownNow();
    }
}
