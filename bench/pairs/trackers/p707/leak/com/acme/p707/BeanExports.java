package com.acme.p707;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

public final class BeanExports {

    private static final Map<String, String> TYPES = new ConcurrentHashMap<>();
    private static final Map<String, BeanDescription> DESCRIBED = new ConcurrentHashMap<>();

    private BeanExports() {
    }

    public static void export(String name, Object bean) {
        if (TYPES.putIfAbsent(name, bean.getClass().getName()) != null) {
            throw new IllegalStateException(name + " is already exported");
        }
        DESCRIBED.put(name, new BeanDescription(bean));
    }

    public static void unexport(String name) {
        if (TYPES.remove(name) == null) {
            throw new IllegalStateException(name + " is not exported");
        }
    }

    public static Set<String> names() {
        return new TreeSet<>(TYPES.keySet());
    }

    public static Object read(String name, String attribute) throws ReflectiveOperationException {
        return TYPES.containsKey(name) ? DESCRIBED.get(name).read(attribute) : null;
    }
}
