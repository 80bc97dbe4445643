package com.acme.p624;

import java.io.Closeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects audit messages and routes them to a sink; rebuilt on each change of the audit settings. */
public class AuditTrail implements Closeable {
    private final List<String> buffer = new ArrayList<>();
    private final Consumer<List<String>> sink;
    private boolean closed;

    public AuditTrail(Consumer<List<String>> sink) {
        this.sink = sink;
        Runtime.getRuntime().addShutdownHook(hook());
    }

    private Thread hook() {
        return new Thread(this::flush, "audit-flush");
    }

    public synchronized void log(String user, String action) {
        if (closed) {
            throw new IllegalStateException("audit trail is closed");
        }
        buffer.add(Instant.now() + " " + user + " " + action);
        if (buffer.size() >= 100) {
            flush();
        }
    }

    public synchronized void flush() {
        if (!buffer.isEmpty()) {
            sink.accept(List.copyOf(buffer));
            buffer.clear();
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        flush();
        try {
            Runtime.getRuntime().removeShutdownHook(hook());
        } catch (IllegalStateException e) {
            System.getLogger("audit").log(System.Logger.Level.DEBUG, "already shutting down");
        }
    }
}
