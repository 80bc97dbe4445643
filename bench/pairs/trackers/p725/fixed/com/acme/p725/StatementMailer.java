package com.acme.p725;

import java.util.function.BiConsumer;

public class StatementMailer {

    private final TenantExecutor executor;
    private final BiConsumer<String, byte[]> mail;

    public StatementMailer(TenantExecutor executor, BiConsumer<String, byte[]> mail) {
        this.executor = executor;
        this.mail = mail;
    }

    public void send(String tenant, String month) {
        executor.execute(tenant, () -> {
            TenantContext context = TenantTasks.current();
            mail.accept(context.tenant(), context.document("statement-" + month));
        });
    }
}
