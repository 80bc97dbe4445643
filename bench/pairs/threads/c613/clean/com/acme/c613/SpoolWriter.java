package com.acme.c613;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Writes lines in the background and holds back producers that are too fast. */
public class SpoolWriter implements AutoCloseable, Runnable {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(2000);
    private final Consumer<String> sink;
    private final Thread thread;
    private volatile boolean closed;

    public SpoolWriter(Consumer<String> sink) {
        this.sink = sink;
        this.thread = new Thread(this, "spool");
    }

    public SpoolWriter start() {
        thread.start();
        return this;
    }

    public void write(String line) throws InterruptedException {
        room.acquire();
        if (closed) {
            room.release();
            throw new IllegalStateException("closed");
        }
        lines.add(line);
    }

    @Override
    public void run() {
        try {
            while (!closed || !lines.isEmpty()) {
                String line = lines.poll(200, TimeUnit.MILLISECONDS);
                if (line != null) {
                    room.release();
                    sink.accept(line);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
