package com.acme.p715;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

class TopicTree {

    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private final List<Subscription> subscribers = new ArrayList<>();
    }

    private final Node root = new Node();

    synchronized void subscribe(String topic, String clientId, int qos, Consumer<byte[]> target) {
        Node node = root;
        for (String level : topic.split("/")) {
            node = node.children.computeIfAbsent(level, l -> new Node());
        }
        node.subscribers.add(new Subscription(clientId, qos, target));
    }

    synchronized void unsubscribe(String topic, String clientId) {
        Node node = find(topic);
        if (node != null) {
            node.subscribers.removeIf(s -> s.clientId.equals(clientId));
        }
    }

    synchronized List<Subscription> matches(String topic) {
        Node node = find(topic);
        return node == null ? List.of() : new ArrayList<>(node.subscribers);
    }

    private Node find(String topic) {
        Node node = root;
        for (String level : topic.split("/")) {
            node = node.children.get(level);
            if (node == null) {
                return null;
            }
        }
        return node;
    }
}
