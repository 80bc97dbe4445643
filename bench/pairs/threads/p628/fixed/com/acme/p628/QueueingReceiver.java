package com.acme.p628;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Hands the deliveries of a broker channel over to the application's thread. */
public class QueueingReceiver implements AutoCloseable {
    private static final Delivery END = new Delivery(-1, new byte[0]);

    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>(1000);
    private volatile boolean closed;

    /** A message with its tag. */
    public static final class Delivery {
        private final long tag;
        private final byte[] body;

        Delivery(long tag, byte[] body) {
            this.tag = tag;
            this.body = body;
        }

        public long tag() {
            return tag;
        }

        public byte[] body() {
            return body;
        }
    }

    /** Called on the connection's thread. */
    public void handleDelivery(long tag, byte[] body) throws InterruptedException {
        if (!closed) {
            deliveries.put(new Delivery(tag, body));
        }
    }

    public Delivery next(long millis) throws InterruptedException {
        Delivery d = deliveries.poll(millis, TimeUnit.MILLISECONDS);
        return d == END ? null : d;
    }

    @Override
    public void close() {
        closed = true;
        deliveries.clear();
        deliveries.offer(END);
    }
}
