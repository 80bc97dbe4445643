package com.acme.p531;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

public enum ScenarioRuntime {
    INSTANCE;

    private final InvocationPlans plans = new InvocationPlans();

    public Object run(URL[] classPath, String mainClass, List<String> steps) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPath, ScenarioRuntime.class.getClassLoader())) {
            Class<?> type = Class.forName(mainClass, true, loader);
            Object target = type.getDeclaredConstructor().newInstance();
            Object last = null;
            for (String step : steps) {
                Method method = plans.lookup(type, step, 0);
                last = method.invoke(target);
            }
            return String.valueOf(last);
        }
    }
}
