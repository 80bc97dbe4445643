package com.acme.c713;

import java.util.ArrayList;
import java.util.List;

final class AuditScope implements AutoCloseable {

    private static final ThreadLocal<AuditScope> CURRENT = new ThreadLocal<>();

    private final AuditScope outer;
    private final List<String> events = new ArrayList<>();

    private AuditScope(AuditScope outer) {
        this.outer = outer;
    }

    static AuditScope open() {
        AuditScope scope = new AuditScope(CURRENT.get());
        CURRENT.set(scope);
        return scope;
    }

    static void record(String event) {
        AuditScope scope = CURRENT.get();
        if (scope != null) {
            scope.events.add(event);
        }
    }

    List<String> events() {
        return events;
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
