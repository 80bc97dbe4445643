package com.acme.c614;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** The newest events for the status page. */
public final class EventRing {
    private static final EventRing INSTANCE = new EventRing();

    private final ConcurrentLinkedDeque<String> recent = new ConcurrentLinkedDeque<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile int limit = 100;

    private EventRing() {
    }

    public static EventRing get() {
        return INSTANCE;
    }

    public void setLimit(int limit) {
        this.limit = Math.min(10_000, Math.max(1, limit));
    }

    public void event(String source, String text) {
        recent.addLast(Instant.now() + " [" + source + "] " + text);
        if (count.incrementAndGet() > limit) {
            shrink();
        }
    }

    private void shrink() {
        while (count.get() > limit && recent.pollFirst() != null) {
            count.decrementAndGet();
        }
    }

    public List<String> newestFirst() {
        List<String> list = new ArrayList<>();
        recent.descendingIterator().forEachRemaining(list::add);
        return list;
    }
}
