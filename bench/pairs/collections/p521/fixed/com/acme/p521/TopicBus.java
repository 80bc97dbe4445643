package com.acme.p521;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

public class TopicBus {
    public interface Subscription {
        void cancel();
    }

    private final Map<String, List<Consumer<String>>> handlers = new ConcurrentHashMap<>();

    public TopicBus(String... topics) {
        for (String topic : topics) {
            handlers.put(topic, new CopyOnWriteArrayList<>());
        }
    }

    public Subscription subscribe(String topic, Consumer<String> handler) {
        List<Consumer<String>> list = handlers.get(topic);
        if (list == null) {
            throw new IllegalArgumentException("no such topic: " + topic);
        }
        list.add(handler);
        return () -> list.remove(handler);
    }

    public void publish(String topic, String event) {
        handlers.getOrDefault(topic, List.of()).forEach(h -> h.accept(event));
    }
}
