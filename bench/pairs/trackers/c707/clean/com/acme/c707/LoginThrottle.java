package com.acme.c707;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class LoginThrottle implements AutoCloseable {

    private static final long WINDOW = TimeUnit.MINUTES.toMillis(15);

    private record Attempts(int count, long since) {
        boolean old(long now) {
            return now - since > WINDOW;
        }
    }

    private final Map<String, Attempts> attempts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor();
    private final int limit;

    public LoginThrottle(int limit) {
        this.limit = limit;
        sweeper.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.MINUTES);
    }

    public boolean allowed(String remote) {
        Attempts a = attempts.get(remote);
        return a == null || a.count() < limit || a.old(System.currentTimeMillis());
    }

    public void failed(String remote) {
        long now = System.currentTimeMillis();
        attempts.merge(remote, new Attempts(1, now),
                (old, one) -> old.old(now) ? one : new Attempts(old.count() + 1, old.since()));
    }

    private void sweep() {
        long now = System.currentTimeMillis();
        attempts.values().removeIf(a -> a.old(now));
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
    }
}
