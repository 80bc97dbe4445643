package com.acme.c709;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;

public class JobTracker {

    private final Map<Integer, Job> running = new LinkedHashMap<>();
    private final ExecutorService pool;
    private int ids;

    public JobTracker(ExecutorService pool) {
        this.pool = pool;
    }

    public synchronized int submit(String name, Runnable work) {
        Job job = new Job(++ids, name, work, this::onEnd);
        running.put(job.id(), job);
        try {
            pool.execute(job);
        } catch (RuntimeException e) {
            onEnd(job.id());
            throw e;
        }
        return job.id();
    }

    private synchronized void onEnd(int id) {
        running.remove(id);
    }

    public synchronized String describe() {
        StringBuilder sb = new StringBuilder();
        running.forEach((id, job) -> sb.append(id).append(' ').append(job.name()).append('\n'));
        return sb.toString();
    }
}
