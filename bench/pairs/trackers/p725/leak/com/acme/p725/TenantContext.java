package com.acme.p725;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public final class TenantContext {

    private final String tenant;
    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();

    public TenantContext(String tenant) {
        this.tenant = tenant;
    }

    public String tenant() {
        return tenant;
    }

    public byte[] document(String name) {
        return documents.computeIfAbsent(name, n -> (tenant + "/" + n).getBytes());
    }
}
