package com.acme.p520;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.DoubleSupplier;

/** Process-wide meters, scraped by the exporter. */
public final class Meters {
    private static final ConcurrentMap<String, DoubleSupplier> ALL = new ConcurrentHashMap<>();

    private Meters() {
    }

    public static String register(String id, DoubleSupplier value) {
        ALL.putIfAbsent(id, value);
        return id;
    }

    public static void deregister(String id) {
        ALL.remove(id);
    }

    public static String scrape() {
        StringBuilder out = new StringBuilder();
        ALL.forEach((id, v) -> out.append(id).append(' ').append(v.getAsDouble()).append('\n'));
        return out.toString();
    }
}
