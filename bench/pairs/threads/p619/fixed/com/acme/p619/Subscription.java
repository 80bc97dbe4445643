package com.acme.p619;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

public class Subscription {
    private final BlockingQueue<String> incoming = new ArrayBlockingQueue<>(1024);
    private volatile boolean cancelled;

    public void deliver(String tick) {
        if (!cancelled) {
            incoming.offer(tick);
        }
    }

    public String next(long waitMillis) throws InterruptedException {
        return incoming.poll(waitMillis, TimeUnit.MILLISECONDS);
    }

    public void cancel() {
        cancelled = true;
        incoming.clear();
    }
}
