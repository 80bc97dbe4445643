package com.acme.p607;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class Span {
    private final String name;
    private final Span parent;
    private final Map<String, String> tags = new ConcurrentHashMap<>();
    private final long started = System.nanoTime();
    private volatile long finished;

    Span(String name, Span parent) {
        this.name = name;
        this.parent = parent;
    }

    void tag(String key, String value) {
        tags.put(key, value);
    }

    void finish() {
        finished = System.nanoTime();
    }

    long duration() {
        return finished - started;
    }

    @Override
    public String toString() {
        return parent == null ? name : parent + ">" + name;
    }
}
