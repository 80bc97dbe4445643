package com.acme.p710;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public class ReplyClient {

    public interface Channel {
        void publish(String exchange, String correlationId, byte[] body);

        void consume(ReplyHandler handler);
    }

    public interface ReplyHandler {
        void handle(String correlationId, byte[] body);
    }

    private final Channel channel;
    private final String exchange;
    private final long timeoutMillis;
    private final Map<String, BlockingCell<byte[]>> continuations = new HashMap<>();
    private int correlationId;

    public ReplyClient(Channel channel, String exchange, long timeoutMillis) {
        this.channel = channel;
        this.exchange = exchange;
        this.timeoutMillis = timeoutMillis;
        channel.consume(this::handleDelivery);
    }

    public byte[] call(byte[] body) throws InterruptedException, TimeoutException {
        BlockingCell<byte[]> cell = new BlockingCell<>();
        String replyId;
        synchronized (continuations) {
            correlationId++;
            replyId = Integer.toString(correlationId);
            continuations.put(replyId, cell);
        }
        try {
            channel.publish(exchange, replyId, body);
            return cell.get(timeoutMillis, TimeUnit.MILLISECONDS);
        } finally {
            synchronized (continuations) {
                continuations.remove(replyId);
            }
        }
    }

    private void handleDelivery(String replyId, byte[] body) {
        BlockingCell<byte[]> cell;
        synchronized (continuations) {
            cell = continuations.remove(replyId);
        }
        if (cell != null) {
            cell.set(body);
        }
    }
}
