package com.acme.c510;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class UploadTickets {
    private static final class Ticket {
        final String user;
        final long expires;

        Ticket(String user, long expires) {
            this.user = user;
            this.expires = expires;
        }
    }

    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor();
    private final long ttlMillis;

    public UploadTickets(long ttlMillis) {
        this.ttlMillis = ttlMillis;
    }

    public void start() {
        sweeper.scheduleWithFixedDelay(this::sweep, ttlMillis, ttlMillis, TimeUnit.MILLISECONDS);
    }

    public String issue(String user) {
        String token = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
        tickets.put(token, new Ticket(user, System.currentTimeMillis() + ttlMillis));
        return token;
    }

    public String userOf(String token) {
        Ticket ticket = tickets.get(token);
        return ticket == null || ticket.expires < System.currentTimeMillis() ? null : ticket.user;
    }

    private void sweep() {
        long now = System.currentTimeMillis();
        tickets.values().removeIf(t -> t.expires < now);
    }

    public void stop() {
        sweeper.shutdownNow();
    }
}
