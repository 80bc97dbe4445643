package com.acme.p519;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

public final class MetricBoard {
    public static final MetricBoard SHARED = new MetricBoard();

    private final Map<String, Supplier<Number>> gauges = new ConcurrentHashMap<>();

    public void gauge(String name, Supplier<Number> value) {
        gauges.put(name, value);
    }

    public boolean remove(String name) {
        return gauges.remove(name) != null;
    }

    public Map<String, Number> snapshot() {
        Map<String, Number> result = new TreeMap<>();
        gauges.forEach((k, v) -> result.put(k, v.get()));
        return result;
    }
}
