package com.acme.p731;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

public class ClientLink {

    private static final long LIMIT = TimeUnit.SECONDS.toNanos(30);

    private static final class Request {
        private final long sent = System.nanoTime();
        private final CompletableFuture<byte[]> future = new CompletableFuture<>();
    }

    private final String broker;
    private final ScheduledExecutorService events;
    private final Map<Long, Request> requests = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private ScheduledFuture<?> timeoutTask;

    ClientLink(String broker, ScheduledExecutorService events) {
        this.broker = broker;
        this.events = events;
    }

    void opened() {
        timeoutTask = events.scheduleAtFixedRate(this::checkTimeouts, 30, 10, TimeUnit.SECONDS);
    }

    public CompletableFuture<byte[]> request() {
        Request request = new Request();
        requests.put(ids.incrementAndGet(), request);
        return request.future;
    }

    public void response(long id, byte[] body) {
        Request request = requests.remove(id);
        if (request != null) {
            request.future.complete(body);
        }
    }

    private void checkTimeouts() {
        long now = System.nanoTime();
        requests.forEach((id, request) -> {
            if (now - request.sent > LIMIT && requests.remove(id, request)) {
                request.future.completeExceptionally(new TimeoutException(broker + " request " + id));
            }
        });
    }

    void closed() {
        timeoutTask.cancel(false);
        requests.values().forEach(r -> r.future.completeExceptionally(new IllegalStateException(broker + " closed")));
        requests.clear();
    }
}
