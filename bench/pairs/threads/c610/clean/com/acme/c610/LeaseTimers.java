package com.acme.c610;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Expires leases that the holder did not give back. */
public class LeaseTimers implements AutoCloseable {
    private final ScheduledThreadPoolExecutor clock = newClock();
    private final Map<String, ScheduledFuture<?>> leases = new ConcurrentHashMap<>();
    private final Consumer<String> expired;

    public LeaseTimers(Consumer<String> expired) {
        this.expired = expired;
    }

    private static ScheduledThreadPoolExecutor newClock() {
        ScheduledThreadPoolExecutor e = new ScheduledThreadPoolExecutor(1);
        e.setRemoveOnCancelPolicy(true);
        return e;
    }

    public String grant(Duration length) {
        String id = UUID.randomUUID().toString();
        synchronized (this) {
            leases.put(id, clock.schedule(() -> expire(id), length.toMillis(), TimeUnit.MILLISECONDS));
        }
        return id;
    }

    private synchronized void expire(String id) {
        if (leases.remove(id) != null) {
            expired.accept(id);
        }
    }

    public synchronized boolean release(String id) {
        ScheduledFuture<?> timeout = leases.remove(id);
        return timeout != null && timeout.cancel(false);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
