package com.acme.p708;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

public final class SpanContext {

    private final String operation;
    private final Map<String, String> tags = new HashMap<>();

    public SpanContext(String operation) {
        this.operation = operation;
    }

    public SpanContext tag(String key, String value) {
        tags.put(key, value);
        return this;
    }

    String operation() {
        return operation;
    }

    public <T> T trace(Callable<T> call) throws Exception {
        try {
            return call.call();
        } catch (Exception e) {
            ErrorHub.INSTANCE.failedIn(e, this);
            throw e;
        }
    }
}
