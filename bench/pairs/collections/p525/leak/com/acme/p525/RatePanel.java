package com.acme.p525;

import java.util.ArrayDeque;
import java.util.Deque;

public class RatePanel {
    private static final int HISTORY = 500;

    private final QuoteFeed feed;
    private final Deque<Double> history = new ArrayDeque<>();
    private boolean attached;

    public RatePanel(QuoteFeed feed) {
        this.feed = feed;
    }

    public synchronized void attach() {
        if (!attached) {
            feed.addQuoteListener(this::onQuote);
            attached = true;
        }
    }

    public synchronized void detach() {
        if (attached) {
            feed.removeQuoteListener(this::onQuote);
            attached = false;
            history.clear();
        }
    }

    private synchronized void onQuote(String pair, double rate) {
        history.addLast(rate);
        if (history.size() > HISTORY) {
            history.removeFirst();
        }
    }

    public synchronized double average() {
        return history.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
