package com.acme.p707;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;

final class BeanDescription {

    private final Object target;
    private final Map<String, Method> getters = new LinkedHashMap<>();

    BeanDescription(Object target) {
        this.target = target;
        for (Method m : target.getClass().getMethods()) {
            if (m.getName().startsWith("get") && m.getParameterCount() == 0) {
                getters.put(m.getName().substring(3), m);
            }
        }
    }

    Object read(String attribute) throws ReflectiveOperationException {
        Method getter = getters.get(attribute);
        return getter == null ? null : getter.invoke(target);
    }
}
