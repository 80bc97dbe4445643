package com.acme.p725;

public final class TenantTasks {

    private static final ThreadLocal<TenantContext> CONTEXT = new ThreadLocal<>();

    private TenantTasks() {
    }

    public static TenantContext current() {
        TenantContext context = CONTEXT.get();
        if (context == null) {
            throw new IllegalStateException("no tenant");
        }
        return context;
    }

    static Runnable wrap(TenantContext context, Runnable task) {
        return () -> {
            CONTEXT.set(context);
            try {
                task.run();
            } finally {
                CONTEXT.remove();
            }
        };
    }
}
