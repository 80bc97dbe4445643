package com.acme.p713;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

public class TopicLedger {

    private final Map<String, TopicCursor> cursors = new HashMap<>();
    private final Queue<TopicCursor> waiting = new ArrayDeque<>();
    private long size;
    private byte[] last;

    public synchronized TopicCursor openCursor(String name) {
        return cursors.computeIfAbsent(name, n -> new TopicCursor(n, size));
    }

    public synchronized void readOrWait(TopicCursor cursor, Consumer<List<byte[]>> callback) {
        if (cursor.position() < size) {
            callback.accept(List.of(last));
            return;
        }
        cursor.await(callback);
        waiting.add(cursor);
    }

    public synchronized void append(byte[] entry) {
        last = entry;
        size++;
        TopicCursor cursor;
        while ((cursor = waiting.poll()) != null) {
            if (!cursor.isClosed()) {
                cursor.advance(List.of(entry));
            }
        }
    }

    public synchronized void closeCursor(TopicCursor cursor) {
        cursors.remove(cursor.name());
        cursor.close();
    }
}
