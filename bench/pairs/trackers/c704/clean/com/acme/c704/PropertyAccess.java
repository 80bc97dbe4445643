package com.acme.c704;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;

public final class PropertyAccess {

    private static final ClassValue<Map<String, Method>> CACHE = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return scan(type);
        }
    };

    private PropertyAccess() {
    }

    public static Object read(Object bean, String property) throws ReflectiveOperationException {
        Method getter = CACHE.get(bean.getClass()).get(property);
        if (getter == null) {
            throw new NoSuchMethodException(property);
        }
        return getter.invoke(bean);
    }

    private static Map<String, Method> scan(Class<?> type) {
        Map<String, Method> getters = new TreeMap<>();
        for (Method m : type.getMethods()) {
            String name = m.getName();
            if (m.getParameterCount() == 0 && name.startsWith("get") && name.length() > 3) {
                getters.put(Character.toLowerCase(name.charAt(3)) + name.substring(4), m);
            } else if (m.getParameterCount() == 0 && name.startsWith("is") && name.length() > 2) {
                getters.put(Character.toLowerCase(name.charAt(2)) + name.substring(3), m);
            }
        }
        return getters;
    }
}
