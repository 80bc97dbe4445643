package com.acme.c601;

import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

public class AuditedService {
    private final ExecutorService pool;
    private final Consumer<String> journal;

    public AuditedService(ExecutorService pool, Consumer<String> journal) {
        this.pool = pool;
        this.journal = journal;
    }

    public void perform(String actor, Runnable action) {
        pool.execute(() -> {
            try (AuditScope ignored = AuditScope.enter(actor)) {
                action.run();
                journal.accept(AuditScope.actor());
            }
        });
    }
}
