package com.acme.p520;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicInteger;

public class ClusterSession implements AutoCloseable {
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    private final String name = "s" + SEQUENCE.getAndIncrement();
    private final Map<String, AtomicLong> inFlight = new TreeMap<>();
    private final SessionMetrics metrics = new SessionMetrics(name);

    public ClusterSession(List<String> nodes) {
        for (String node : nodes) {
            AtomicLong counter = new AtomicLong();
            inFlight.put(node, counter);
            metrics.nodeAdded(node, counter::get);
        }
    }

    public void execute(String node, Runnable statement) {
        AtomicLong counter = inFlight.get(node);
        counter.incrementAndGet();
        try {
            metrics.request();
            statement.run();
        } finally {
            counter.decrementAndGet();
        }
    }

    @Override
    public void close() {
        metrics.close();
    }
}
