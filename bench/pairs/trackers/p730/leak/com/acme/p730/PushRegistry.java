package com.acme.p730;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

public class PushRegistry implements AutoCloseable {

    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();
    private final ScheduledExecutorService publisher = Executors.newSingleThreadScheduledExecutor();
    private final PointSender sender;

    public PushRegistry(String host, int port) {
        sender = new PointSender(host, port);
        sender.start();
        publisher.scheduleAtFixedRate(this::publish, 10, 10, TimeUnit.SECONDS);
    }

    public void count(String name) {
        counters.computeIfAbsent(name, n -> new LongAdder()).increment();
    }

    private void publish() {
        counters.forEach((name, adder) -> sender.send(name + " " + adder.sum()));
    }

    @Override
    public void close() {
        publisher.shutdown();
        publish();
    }
}
