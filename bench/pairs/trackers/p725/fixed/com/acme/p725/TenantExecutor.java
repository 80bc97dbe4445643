package com.acme.p725;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class TenantExecutor {

    private final ExecutorService pool = Executors.newFixedThreadPool(32);

    public void execute(String tenant, Runnable task) {
        pool.execute(TenantTasks.wrap(new TenantContext(tenant), task));
    }

    public void stop() {
        pool.shutdown();
    }
}
