package com.acme.p724;

import java.util.ArrayDeque;
import java.util.Deque;

public final class FlowContextHolder {

    private static final ThreadLocal<Deque<FlowContext>> STACK = ThreadLocal.withInitial(ArrayDeque::new);

    private FlowContextHolder() {
    }

    public static FlowContext current() {
        return STACK.get().peek();
    }

    static void push(FlowContext context) {
        STACK.get().push(context);
    }

    static void pop() {
        Deque<FlowContext> stack = STACK.get();
        stack.poll();
        if (stack.isEmpty()) {
            STACK.remove();
        }
    }
}
