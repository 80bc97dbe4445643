package com.acme.p714;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class ClientHeartbeats {

    private record Seen(ClientJob job, Instant at) {
    }

    private final Map<String, Seen> lastSeen = new ConcurrentHashMap<>();
    private final Duration limit;
    private final ScheduledExecutorService scanner = Executors.newSingleThreadScheduledExecutor();

    public ClientHeartbeats(Duration limit) {
        this.limit = limit;
    }

    public void start() {
        scanner.scheduleWithFixedDelay(this::scan, 10, 10, TimeUnit.SECONDS);
    }

    public void stop() {
        scanner.shutdownNow();
    }

    public void register(ClientJob job) {
        lastSeen.put(keyOf(job), new Seen(job, Instant.now()));
    }

    public void beat(ClientJob job) {
        lastSeen.computeIfPresent(keyOf(job), (key, seen) -> new Seen(job, Instant.now()));
    }

    public void unregister(ClientJob job) {
        lastSeen.remove(job.jobId());
    }

    private void scan() {
        Instant bound = Instant.now().minus(limit);
        for (Seen seen : lastSeen.values()) {
            ClientJob job = seen.job();
            if (job.status() == ClientJob.Status.RUNNING && seen.at().isBefore(bound)) {
                job.finish(ClientJob.Status.CANCELLED);
                unregister(job);
            }
        }
    }

    private static String keyOf(ClientJob job) {
        return job.creator() + "_" + job.jobId();
    }
}
