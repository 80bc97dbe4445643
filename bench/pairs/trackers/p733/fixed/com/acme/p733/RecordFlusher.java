package com.acme.p733;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

public class RecordFlusher implements AutoCloseable {

    public interface Destination {
        void send(byte[] chunk) throws IOException;
    }

    private final RecordBuffer buffer = new RecordBuffer(8 * 1024 * 1024);
    private final BlockingQueue<Boolean> events = new ArrayBlockingQueue<>(1);
    private final Destination destination;
    private final Thread worker = new Thread(this::loop, "record-flusher");

    public RecordFlusher(Destination destination) {
        this.destination = destination;
        worker.setDaemon(true);
        worker.start();
    }

    public void emit(byte[] record) throws IOException {
        try {
            buffer.append(record);
        } finally {
            requestFlush(false);
        }
    }

    private void requestFlush(boolean force) {
        events.offer(force);
    }

    private void loop() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Boolean force = events.poll(600, TimeUnit.MILLISECONDS);
                if (force != null) {
                    flush(buffer.take());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void flush(byte[] chunk) throws InterruptedException {
        for (int attempt = 0; attempt < 8 && chunk.length > 0; attempt++) {
            try {
                destination.send(chunk);
                return;
            } catch (IOException e) {
                Thread.sleep(500L << attempt);
            }
        }
    }

    @Override
    public void close() {
        worker.interrupt();
    }
}
