package com.acme.p523;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

public class GameEvents {
    private static final class Handler {
        final Object target;
        final Method method;
        final int priority;

        Handler(Object target, Method method) {
            this.target = target;
            this.method = method;
            this.priority = method.getAnnotation(OnEvent.class).priority();
        }

        void call(Object event) {
            try {
                method.invoke(target, event);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("handler " + method + " failed", e);
            }
        }
    }

    private final Map<Object, List<Handler>> listenerCache = new IdentityHashMap<>();
    private final Map<Class<?>, List<Handler>> dispatch = new ConcurrentHashMap<>();

    public synchronized void subscribe(Object module) {
        for (Handler handler : handlersOf(module)) {
            List<Handler> list = dispatch.computeIfAbsent(
                    handler.method.getParameterTypes()[0], t -> new CopyOnWriteArrayList<>());
            int index = 0;
            while (index < list.size() && list.get(index).priority >= handler.priority) {
                index++;
            }
            list.add(index, handler);
        }
    }

    public synchronized void unsubscribe(Object module) {
        List<Handler> own = handlersOf(module);
        dispatch.values().forEach(list -> list.removeAll(own));
    }

    public <T> T post(T event) {
        List<Handler> list = dispatch.get(event.getClass());
        if (list != null) {
            list.forEach(h -> h.call(event));
        }
        return event;
    }

    private List<Handler> handlersOf(Object module) {
        return listenerCache.computeIfAbsent(module, m -> {
            List<Handler> found = new ArrayList<>();
            Arrays.stream(m.getClass().getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(OnEvent.class) && method.getParameterCount() == 1)
                    .peek(method -> method.setAccessible(true))
                    .map(method -> new Handler(m, method))
                    .forEach(found::add);
            return found;
        });
    }
}
