package com.acme.p715;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

public class MqttBroker {

    private final Map<String, Consumer<byte[]>> connected = new ConcurrentHashMap<>();
    private final TopicTree topics = new TopicTree();

    public void connect(String clientId, Consumer<byte[]> out) {
        connected.put(clientId, out);
    }

    public void subscribe(String clientId, Set<String> filters) {
        Consumer<byte[]> out = connected.get(clientId);
        for (String filter : filters) {
            topics.subscribe(filter, clientId, 1, out);
        }
    }

    public void unsubscribe(String clientId, String filter) {
        topics.unsubscribe(filter, clientId);
    }

    public void publish(String topic, byte[] payload) {
        for (Subscription s : topics.matches(topic)) {
            if (connected.get(s.clientId) == s.target) {
                s.target.accept(payload);
            }
        }
    }

    public void connectionLost(String clientId) {
        connected.remove(clientId);
    }
}
