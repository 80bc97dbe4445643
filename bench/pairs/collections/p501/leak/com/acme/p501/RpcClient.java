package com.acme.p501;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public class RpcClient implements AutoCloseable {
    private static final byte[] ABORTED = new byte[0];

    private final RpcTransport transport;
    private final String requestQueue;
    private final String replyQueue;
    private final Map<String, BlockingQueue<byte[]>> continuations = new HashMap<>();
    private long sequence;
    private volatile boolean open = true;

    public RpcClient(RpcTransport transport, String requestQueue, String replyQueue) {
        this.transport = transport;
        this.requestQueue = requestQueue;
        this.replyQueue = replyQueue;
        transport.onDelivery(this::handleReply);
    }

    public byte[] call(byte[] request, long timeoutMillis) throws TimeoutException, InterruptedException {
        if (!open) {
            throw new IllegalStateException("client for " + requestQueue + " is closed");
        }
        BlockingQueue<byte[]> cell = new LinkedBlockingQueue<>(1);
        String id;
        synchronized (continuations) {
            id = Long.toString(++sequence);
            continuations.put(id, cell);
        }
        transport.publish(requestQueue, id, replyQueue, request);
        byte[] reply = cell.poll(timeoutMillis, TimeUnit.MILLISECONDS);
        if (reply == null) {
            throw new TimeoutException("no reply to " + id + " within " + timeoutMillis + " ms");
        }
        if (reply == ABORTED) {
            throw new IllegalStateException("closed while waiting for " + id);
        }
        return reply;
    }

    private void handleReply(String correlationId, byte[] body) {
        BlockingQueue<byte[]> cell;
        synchronized (continuations) {
            cell = continuations.remove(correlationId);
        }
        if (cell != null) {
            cell.offer(body);
        }
    }

    @Override
    public void close() {
        open = false;
        synchronized (continuations) {
            continuations.values().forEach(c -> c.offer(ABORTED));
            continuations.clear();
        }
    }
}
