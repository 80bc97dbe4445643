package com.acme.c601;

/** The acting user of the current unit of work. */
public final class AuditScope implements AutoCloseable {
    private static final ThreadLocal<String> ACTOR = new ThreadLocal<>();

    private final String previous;

    private AuditScope(String previous) {
        this.previous = previous;
    }

    public static AuditScope enter(String actor) {
        AuditScope scope = new AuditScope(ACTOR.get());
        ACTOR.set(actor);
        return scope;
    }

    public static String actor() {
        return ACTOR.get();
    }

    @Override
    public void close() {
        if (previous == null) {
            ACTOR.remove();
        } else {
            ACTOR.set(previous);
        }
    }
}
