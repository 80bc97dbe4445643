package com.acme.c716;

import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;

public class AccessLog implements AutoCloseable {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(10_000);
    private final LongAdder dropped = new LongAdder();
    private final Writer out;
    private final Thread writer = new Thread(this::drain, "access-log");

    public AccessLog(Writer out) {
        this.out = out;
        writer.setDaemon(true);
        writer.start();
    }

    public void log(String remote, String request, int status) {
        if (!lines.offer(remote + " \"" + request + "\" " + status)) {
            dropped.increment();
        }
    }

    private void drain() {
        try {
            while (true) {
                out.write(lines.take());
                out.write('\n');
                if (lines.isEmpty()) {
                    out.flush();
                }
            }
        } catch (InterruptedException | IOException e) {
            lines.clear();
        }
    }

    public long dropped() {
        return dropped.sum();
    }

    @Override
    public void close() throws IOException {
        writer.interrupt();
        out.close();
    }
}
