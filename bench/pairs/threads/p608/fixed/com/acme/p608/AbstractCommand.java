package com.acme.p608;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Template of the engine's commands. */
public abstract class AbstractCommand<T> {
    private static final ThreadLocal<Deque<Map<String, Object>>> STACK = ThreadLocal.withInitial(ArrayDeque::new);

    public final T execute(Map<String, Object> variables) throws Exception {
        before(variables);
        try {
            return run();
        } finally {
            after();
        }
    }

    protected void before(Map<String, Object> variables) {
        STACK.get().push(new HashMap<>(variables));
    }

    protected void after() {
        Deque<Map<String, Object>> stack = STACK.get();
        stack.pop();
        if (stack.isEmpty()) {
            STACK.remove();
        }
    }

    protected Object variable(String name) {
        return STACK.get().peek().get(name);
    }

    protected abstract T run() throws Exception;
}
