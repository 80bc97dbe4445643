package com.acme.p723;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

public class Pipeline {

    private final String id;
    private final List<String> members;
    private final ThreadLocal<Ordering> nodesInOrder = new ThreadLocal<>();

    public Pipeline(String id, List<String> members) {
        this.id = id;
        this.members = List.copyOf(members);
    }

    public String id() {
        return id;
    }

    public List<String> members() {
        return members;
    }

    public void orderBy(Map<String, Integer> distances) {
        List<String> order = new ArrayList<>(members);
        order.sort(Comparator.comparing(m -> distances.getOrDefault(m, Integer.MAX_VALUE)));
        nodesInOrder.set(new Ordering(order));
    }

    public String closest() {
        Ordering order = nodesInOrder.get();
        return order == null ? members.get(0) : order.first();
    }

    private final class Ordering {
        private final List<String> order;

        Ordering(List<String> order) {
            this.order = order;
        }

        String first() {
            return order.isEmpty() ? id : order.get(0);
        }
    }
}
