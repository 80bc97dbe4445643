package com.acme.p535;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class HeartbeatMonitor {
    private static final Map<String, EntranceJob> INFO_MAP = new ConcurrentHashMap<>();

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final long timeoutMillis;

    public HeartbeatMonitor(long timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
    }

    public void start() {
        clock.scheduleAtFixedRate(this::scan, 5, 5, TimeUnit.SECONDS);
    }

    public void registerIfAbsent(EntranceJob job) {
        if (!INFO_MAP.containsKey(job.executionId())) {
            INFO_MAP.put(job.executionId(), job);
        }
    }

    public void unregister(EntranceJob job) {
        INFO_MAP.remove(job.taskId());
    }

    private void scan() {
        long limit = System.currentTimeMillis() - timeoutMillis;
        List<EntranceJob> late = new ArrayList<>();
        for (EntranceJob job : INFO_MAP.values()) {
            if (!job.isKilled() && job.lastHeartbeat() < limit) {
                late.add(job);
            }
        }
        late.forEach(job -> {
            job.kill();
            unregister(job);
        });
    }

    public void shutdown() {
        clock.shutdown();
    }
}
