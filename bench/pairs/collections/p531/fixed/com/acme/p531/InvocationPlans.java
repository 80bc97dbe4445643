package com.acme.p531;

import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

public final class InvocationPlans {
    private final Map<Class<?>, Map<String, WeakReference<Method>>> plans = Collections.synchronizedMap(new WeakHashMap<>());

    public Method lookup(Class<?> type, String name, int arity) {
        Map<String, WeakReference<Method>> methods = plans.computeIfAbsent(type, t -> new ConcurrentHashMap<>());
        WeakReference<Method> ref = methods.get(name + "/" + arity);
        Method method = ref == null ? null : ref.get();
        if (method == null) {
            method = find(type, name, arity);
            methods.put(name + "/" + arity, new WeakReference<>(method));
        }
        return method;
    }

    private static Method find(Class<?> type, String name, int arity) {
        return Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == arity)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + "." + name + "/" + arity));
    }
}
