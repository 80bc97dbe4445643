package com.acme.p720;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

public final class Meters {

    private record Gauge<T>(T state, ToDoubleFunction<T> read) {
        double value() {
            return read.applyAsDouble(state);
        }
    }

    private final Map<String, Gauge<?>> gauges = new ConcurrentHashMap<>();

    public <T> String gauge(String name, String tag, T state, ToDoubleFunction<T> read) {
        String id = name + "{" + tag + "}";
        gauges.put(id, new Gauge<>(state, read));
        return id;
    }

    public void remove(String id) {
        gauges.remove(id);
    }

    public String scrape() {
        StringBuilder sb = new StringBuilder();
        gauges.forEach((id, g) -> sb.append(id).append(' ').append(g.value()).append('\n'));
        return sb.toString();
    }
}
