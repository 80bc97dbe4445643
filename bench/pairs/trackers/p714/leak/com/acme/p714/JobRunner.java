package com.acme.p714;

import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

public class JobRunner {

    private final ClientHeartbeats heartbeats;
    private final ExecutorService pool;

    public JobRunner(ClientHeartbeats heartbeats, ExecutorService pool) {
        this.heartbeats = heartbeats;
        this.pool = pool;
    }

    public void submit(ClientJob job, Consumer<String> engine) {
        heartbeats.register(job);
        pool.execute(() -> {
            try {
                engine.accept(job.script());
                job.finish(ClientJob.Status.SUCCEEDED);
            } catch (RuntimeException e) {
                job.finish(ClientJob.Status.FAILED);
            } finally {
                heartbeats.unregister(job);
            }
        });
    }
}
