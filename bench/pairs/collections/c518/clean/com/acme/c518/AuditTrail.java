package com.acme.c518;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

public enum AuditTrail {
    INSTANCE;

    private final Deque<String> recent = new ArrayDeque<>();
    private int capacity = 1000;

    public synchronized void configure(int records) {
        capacity = records;
        trim();
    }

    public synchronized void record(String user, String action) {
        recent.addLast(Instant.now() + " " + user + " " + action);
        trim();
    }

    private void trim() {
        int excess = recent.size() - capacity;
        while (excess-- > 0) {
            recent.pollFirst();
        }
    }

    public synchronized List<String> last(int n) {
        List<String> all = new ArrayList<>(recent);
        return all.subList(Math.max(0, all.size() - n), all.size());
    }
}
