package com.acme.p536;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public class PendingReply extends CompletableFuture<Object> {
    private static final Map<Long, PendingReply> PENDING = new ConcurrentHashMap<>();

    private final long requestId;
    private final String channel;

    private PendingReply(long requestId, String channel) {
        this.requestId = requestId;
        this.channel = channel;
        PENDING.put(requestId, this);
    }

    static PendingReply create(long requestId, String channel) {
        return new PendingReply(requestId, channel);
    }

    static void received(long requestId, Object result) {
        PendingReply reply = PENDING.remove(requestId);
        if (reply != null) {
            reply.complete(result);
        }
    }

    Object await(long millis) throws Exception {
        try {
            return get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new TimeoutException("request " + requestId + " on " + channel + " timed out");
        } finally {
            if (!isDone()) {
                cancel(true);
            }
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        PENDING.remove(requestId);
        return super.cancel(mayInterruptIfRunning);
    }
}
