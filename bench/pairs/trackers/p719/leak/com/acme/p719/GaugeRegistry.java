package com.acme.p719;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

public class GaugeRegistry {

    private static final GaugeRegistry SHARED = new GaugeRegistry();

    private final Map<String, Supplier<Number>> gauges = new ConcurrentHashMap<>();

    public static GaugeRegistry shared() {
        return SHARED;
    }

    public void register(String name, Supplier<Number> gauge) {
        if (gauges.putIfAbsent(name, gauge) != null) {
            throw new IllegalArgumentException("gauge " + name + " already exists");
        }
    }

    public void removeStartingWith(String prefix) {
        gauges.keySet().removeIf(name -> name.startsWith(prefix));
    }

    public Map<String, Number> snapshot() {
        Map<String, Number> values = new TreeMap<>();
        gauges.forEach((name, gauge) -> values.put(name, gauge.get()));
        return values;
    }
}
