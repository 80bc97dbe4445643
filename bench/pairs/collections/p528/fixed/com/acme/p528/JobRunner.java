package com.acme.p528;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class JobRunner {
    public interface JobStore {
        void saveLog(String jobId, String text);
    }

    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final JobStore store;
    private final List<String> failed = new ArrayList<>();

    public JobRunner(JobStore store) {
        this.store = store;
    }

    public <T> Future<T> submit(String jobId, Callable<T> job) {
        return pool.submit(() -> {
            try {
                return run(jobId, job);
            } catch (Exception e) {
                synchronized (failed) {
                    if (failed.size() < 100) {
                        failed.add(jobId);
                    }
                }
                throw e;
            }
        });
    }

    private <T> T run(String jobId, Callable<T> job) throws Exception {
        JobLogCapture capture = new JobLogCapture();
        capture.open();
        try {
        T result = job.call();
        store.saveLog(jobId, capture.text());
        return result;
        } finally {
            capture.close();
        }
    }

    public void shutdown() {
        pool.shutdown();
    }
}
