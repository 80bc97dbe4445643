package com.acme.p730;

public class JobMetrics {

    private final String host;

    public JobMetrics(String host) {
        this.host = host;
    }

    public void measured(String job, Runnable work) {
        try (PushRegistry registry = new PushRegistry(host, 2878)) {
            registry.count(job + ".started");
            work.run();
            registry.count(job + ".ended");
        }
    }
}
