package com.acme.c517;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

public final class RouteTable {
    private static final RouteTable TABLE = new RouteTable();

    private final ConcurrentMap<Integer, Consumer<String>> callbacks = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();

    public static RouteTable get() {
        return TABLE;
    }

    public int register(Consumer<String> callback) {
        int id = ids.incrementAndGet();
        callbacks.put(id, callback);
        return id;
    }

    public void deregister(int id) {
        callbacks.remove(id);
    }

    public void changed(String route) {
        callbacks.values().forEach(c -> c.accept(route));
    }
}
