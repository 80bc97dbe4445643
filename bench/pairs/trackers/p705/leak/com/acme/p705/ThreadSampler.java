package com.acme.p705;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

public class ThreadSampler {

    private static final Map<Long, Track> TRACKED = new ConcurrentHashMap<>();

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final BiConsumer<String, Long> sink;

    public ThreadSampler(BiConsumer<String, Long> sink) {
        this.sink = sink;
    }

    public void start(ScheduledExecutorService scheduler) {
        scheduler.scheduleAtFixedRate(this::sample, 1, 1, TimeUnit.SECONDS);
    }

    void sample() {
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info == null) {
                continue;
            }
            trackerFor(info).update(threads.getThreadCpuTime(info.getThreadId()), info.getBlockedCount());
        }
        TRACKED.forEach((id, track) -> {
            long used = track.takeCpuDelta();
            if (used > 0) {
                sink.accept(track.name, used);
            }
        });
    }

    private static Track trackerFor(ThreadInfo info) {
        Track track = TRACKED.get(info.getThreadId());
        if (track == null) {
            track = new Track(info.getThreadName());
            TRACKED.put(info.getThreadId(), track);
        }
        return track;
    }

    private static final class Track {
        private final String name;
        private long lastCpu;
        private long cpu;
        private long blocked;

        Track(String name) {
            this.name = name;
        }

        synchronized void update(long cpuNanos, long blockedCount) {
            cpu = Math.max(cpu, cpuNanos);
            blocked = blockedCount;
        }

        synchronized long takeCpuDelta() {
            long delta = cpu - lastCpu;
            lastCpu = cpu;
            return delta;
        }
    }
}
