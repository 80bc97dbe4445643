package com.acme.p736;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

public final class NamingStore {

    private static final NamingStore GLOBAL = new NamingStore();

    private final Map<String, Supplier<String>> bindings = new ConcurrentHashMap<>();

    private NamingStore() {
    }

    public static NamingStore global() {
        return GLOBAL;
    }

    void bind(String name, Supplier<String> reference) {
        bindings.put(name, reference);
    }

    void unbind(String name) {
        bindings.remove(name);
    }

    public String lookup(String name) {
        Supplier<String> reference = bindings.get(name);
        return reference == null ? null : reference.get();
    }
}
