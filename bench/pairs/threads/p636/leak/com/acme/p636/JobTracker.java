package com.acme.p636;

import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Knows the jobs of the server, singleton of the scheduler. */
public final class JobTracker {
    private static final JobTracker INSTANCE = new JobTracker();
    private static final int KEEP = 200;

    private final Map<Long, Job> active = new LinkedHashMap<>();
    private final List<Job> history = new LinkedList<>();
    private long lastId;
    private int failures;

    private JobTracker() {
    }

    public static JobTracker get() {
        return INSTANCE;
    }

    public synchronized long started(String name) {
        Job job = new Job(++lastId, name);
        active.put(job.id(), job);
        return job.id();
    }

    public synchronized void output(long id, String line) {
        Job job = active.get(id);
        if (job != null) {
            job.append(line);
        }
    }

    public synchronized void finished(long id, boolean success) {
        Job job = active.remove(id);
        if (job == null) {
            return;
        }
        history.add(job);
        if (success) {
            return;
        }
        failures++;
        trim();
    }

    private void trim() {
        while (history.size() > KEEP) {
            history.remove(0);
        }
    }

    public synchronized List<String> recent(int count) {
        int from = Math.max(0, history.size() - count);
        return history.subList(from, history.size()).stream().map(Job::toString).collect(Collectors.toList());
    }

    public synchronized int failures() {
        return failures;
    }
}
