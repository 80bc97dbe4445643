package com.acme.p724;

import java.util.HashMap;
import java.util.Map;

public final class FlowContext {

    private final String flow;
    private final Map<String, Object> model = new HashMap<>();

    FlowContext(String flow) {
        this.flow = flow;
    }

    public String flow() {
        return flow;
    }

    public Map<String, Object> model() {
        return model;
    }
}
