package com.acme.p634;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** A request that waits for its reply. */
public final class ReplyFuture {
    private static final AtomicLong IDS = new AtomicLong();
    private static final Map<Long, ReplyFuture> FUTURES = new ConcurrentHashMap<>();

    private final long id = IDS.incrementAndGet();
    private final byte[] request;
    private final CompletableFuture<byte[]> reply = new CompletableFuture<>();

    ReplyFuture(byte[] request) {
        this.request = request;
        FUTURES.put(id, this);
    }

    long id() {
        return id;
    }

    static void received(long id, byte[] answer) {
        ReplyFuture future = FUTURES.remove(id);
        if (future != null) {
            future.reply.complete(answer);
        }
    }

    byte[] await(long millis) throws InterruptedException, TimeoutException {
        try {
            return reply.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            FUTURES.remove(id);
        }
    }

    void cancel() {
        reply.cancel(false);
    }

    @Override
    public String toString() {
        return "request " + id + ", " + request.length + " bytes";
    }
}
