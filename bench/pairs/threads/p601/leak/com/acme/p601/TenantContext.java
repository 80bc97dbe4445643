package com.acme.p601;

import java.util.HashMap;
import java.util.Map;

final class TenantContext {
    private final String tenant;
    private final Map<String, Object> attributes = new HashMap<>();
    private byte[] entityBody;

    TenantContext(String tenant) {
        this.tenant = tenant;
    }

    String tenant() {
        return tenant;
    }

    void entityBody(byte[] body) {
        this.entityBody = body;
    }

    byte[] entityBody() {
        return entityBody;
    }

    Object attribute(String name) {
        return attributes.get(name);
    }

    void attribute(String name, Object value) {
        attributes.put(name, value);
    }
}
