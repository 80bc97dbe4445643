package com.acme.p531;

import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

public final class InvocationPlans {
    private final Map<Class<?>, Map<String, Method>> plans = Collections.synchronizedMap(new WeakHashMap<>());

    public Method lookup(Class<?> type, String name, int arity) {
        Map<String, Method> methods = plans.computeIfAbsent(type, t -> new ConcurrentHashMap<>());
        return methods.computeIfAbsent(name + "/" + arity, key -> find(type, name, arity));
    }

    private static Method find(Class<?> type, String name, int arity) {
        return Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == arity)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + "." + name + "/" + arity));
    }
}
