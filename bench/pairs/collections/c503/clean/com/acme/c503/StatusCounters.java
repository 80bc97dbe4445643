package com.acme.c503;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

public final class StatusCounters {
    public enum Verb { GET, POST, PUT, DELETE, OTHER }

    private static final StatusCounters GLOBAL = new StatusCounters();

    private final ConcurrentMap<String, LongAdder> counters = new ConcurrentHashMap<>();

    public static StatusCounters global() {
        return GLOBAL;
    }

    public void served(String method, String path, int status) {
        Verb verb = verbOf(method);
        int family = Math.max(1, Math.min(5, status / 100));
        counters.computeIfAbsent(verb + "." + family + "xx", k -> new LongAdder()).increment();
    }

    private static Verb verbOf(String method) {
        for (Verb v : Verb.values()) {
            if (v.name().equalsIgnoreCase(method)) {
                return v;
            }
        }
        return Verb.OTHER;
    }

    public Map<String, Long> snapshot() {
        Map<String, Long> out = new TreeMap<>();
        counters.forEach((k, v) -> out.put(k, v.sum()));
        return out;
    }
}
