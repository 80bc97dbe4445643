package com.acme.p713;

import java.util.List;
import java.util.function.Consumer;

class TopicCursor {

    private final String name;
    private long position;
    private Consumer<List<byte[]>> pendingRead;
    private volatile boolean closed;

    TopicCursor(String name, long position) {
        this.name = name;
        this.position = position;
    }

    String name() {
        return name;
    }

    long position() {
        return position;
    }

    boolean isClosed() {
        return closed;
    }

    void await(Consumer<List<byte[]>> callback) {
        pendingRead = callback;
    }

    void advance(List<byte[]> entries) {
        position += entries.size();
        Consumer<List<byte[]>> callback = pendingRead;
        pendingRead = null;
        if (callback != null) {
            callback.accept(entries);
        }
    }

    void close() {
        closed = true;
    }
}
