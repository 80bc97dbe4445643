package com.acme.c505;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

public class LeaderWaiter {
    private final long timeoutSeconds;

    public LeaderWaiter(long timeoutSeconds) {
        this.timeoutSeconds = timeoutSeconds;
    }

    public CompletableFuture<String> awaitLeader(String group) {
        CompletableFuture<String> found = new CompletableFuture<>();
        LeaderElection.Listener listener = new LeaderElection.Listener() {
            @Override
            public void leaderChanged(String g, String node) {
                if (g.equals(group)) {
                    LeaderElection.INSTANCE.removeListener(this);
                    found.complete(node);
                }
            }
        };
        LeaderElection.INSTANCE.addListener(listener);
        found.orTimeout(timeoutSeconds, TimeUnit.SECONDS)
                .whenComplete((node, failure) -> LeaderElection.INSTANCE.removeListener(listener));
        return found;
    }
}
