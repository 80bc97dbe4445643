package com.acme.p730;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

class PointSender implements AutoCloseable {

    private final BlockingQueue<String> points = new ArrayBlockingQueue<>(50_000);
    private final String host;
    private final int port;
    private volatile boolean closed;

    PointSender(String host, int port) {
        this.host = host;
        this.port = port;
    }

    void start() {
        Thread thread = new Thread(this::loop, "point-sender");
        thread.start();
    }

    boolean send(String point) {
        return points.offer(point);
    }

    private void loop() {
        while (!closed) {
            try {
                String first = points.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    write(first);
                }
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    private void write(String first) {
        try (Socket socket = new Socket(host, port); OutputStream out = socket.getOutputStream()) {
            String point = first;
            while (point != null) {
                out.write((point + "\n").getBytes());
                point = points.poll();
            }
        } catch (IOException e) {
            points.clear();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
