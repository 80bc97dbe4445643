package com.acme.c511;

import java.io.Closeable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleConsumer;

public final class MetricHub {
    public enum Kind { CPU, HEAP, DISK }

    public static final MetricHub HUB = new MetricHub();

    private final Map<Kind, List<DoubleConsumer>> consumers = new EnumMap<>(Kind.class);

    private MetricHub() {
        for (Kind k : Kind.values()) {
            consumers.put(k, new CopyOnWriteArrayList<>());
        }
    }

    public Closeable subscribe(Kind kind, DoubleConsumer consumer) {
        List<DoubleConsumer> list = consumers.get(kind);
        list.add(consumer);
        return () -> list.remove(consumer);
    }

    public void publish(Kind kind, double value) {
        consumers.get(kind).forEach(c -> c.accept(value));
    }
}
