package com.acme.p519;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class TenantGateway {
    private final Map<String, InstrumentedPool> pools = new ConcurrentHashMap<>();

    public Socket open(String tenant) {
        return pools.computeIfAbsent(tenant, t -> new InstrumentedPool(t, 16, MetricBoard.SHARED)).lease();
    }

    public void tenantRemoved(String tenant) throws IOException {
        InstrumentedPool pool = pools.remove(tenant);
        if (pool != null) {
            pool.shutdown();
        }
    }
}
