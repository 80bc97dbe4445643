package com.acme.p724;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class FlowExecutor {

    public interface Flow {
        void enter(FlowContext context) throws Exception;

        String render(FlowContext context);
    }

    private final Map<String, Flow> flows = new ConcurrentHashMap<>();

    public void define(String name, Flow flow) {
        flows.put(name, flow);
    }

    public String launch(String name, Map<String, ?> input) throws Exception {
        Flow flow = flows.get(name);
        if (flow == null) {
            throw new IllegalArgumentException("no flow " + name);
        }
        FlowContext context = new FlowContext(name);
        context.model().putAll(input);
        FlowContextHolder.push(context);
        try {
            flow.enter(context);
            return flow.render(context);
        } finally {
            FlowContextHolder.pop();
        }
    }
}
