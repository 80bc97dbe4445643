package com.acme.c713;

import java.util.List;
import java.util.function.Consumer;

public class AuditedService {

    private final Consumer<List<String>> sink;

    public AuditedService(Consumer<List<String>> sink) {
        this.sink = sink;
    }

    public void call(String user, Runnable work) {
        try (AuditScope scope = AuditScope.open()) {
            AuditScope.record(user + " begins");
            work.run();
            AuditScope.record(user + " ends");
            sink.accept(List.copyOf(scope.events()));
        }
    }
}
