package com.acme.p526;

import java.util.List;
import java.util.concurrent.CompletableFuture;

public class ReportVerticle {
    private final DeploymentContext context;

    public ReportVerticle(DeploymentContext context) {
        this.context = context;
    }

    public CompletableFuture<String> render(String report, List<String> rows) {
        SharedWorker worker = new SharedWorker("report-" + report, 2, context);
        return worker.executeBlocking(() -> String.join("\n", rows))
                .whenComplete((text, failure) -> worker.close());
    }
}
