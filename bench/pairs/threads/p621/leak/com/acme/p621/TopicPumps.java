package com.acme.p621;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** One pump thread for each subscriber of the hub. */
public class TopicPumps implements AutoCloseable {
    private final Map<String, Pump> pumps = new HashMap<>();

    public synchronized void subscribe(String subscriber, Consumer<String> sink) {
        if (pumps.containsKey(subscriber)) {
            throw new IllegalStateException(subscriber + " is subscribed");
        }
        Pump pump = new Pump(subscriber, sink);
        pumps.put(subscriber, pump);
        pump.start();
    }

    public synchronized void unsubscribe(String subscriber) {
        pumps.remove(subscriber);
    }

    public synchronized void publish(String message) {
        for (Pump pump : pumps.values()) {
            pump.offer(message);
        }
    }

    @Override
    public synchronized void close() {
        pumps.values().forEach(Pump::halt);
        pumps.clear();
    }
}
