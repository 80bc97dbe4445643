package com.acme.c504;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

class GaugeSet {
    private final Map<String, LongSupplier> gauges = new LinkedHashMap<>();

    void add(String name, LongSupplier value) {
        gauges.put(name, value);
    }

    String dump() {
        StringBuilder out = new StringBuilder();
        gauges.forEach((n, v) -> out.append(n).append('=').append(v.getAsLong()).append(' '));
        return out.toString().trim();
    }
}
