package com.acme.p630;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Cache of outbound connections of the broker; lives as long as the broker. */
public class OutboundConnections {
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<Closeable, Entry> connections = new HashMap<>();
    private final Function<String, Closeable> factory;

    private static final class Entry {
        private final String target;
        private final Deque<Closeable> idle = new ArrayDeque<>();
        private int total;

        Entry(String target) {
            this.target = target;
        }
    }

    public OutboundConnections(Function<String, Closeable> factory) {
        this.factory = factory;
    }

    public synchronized Closeable get(String target) {
        Entry entry = entries.computeIfAbsent(target, Entry::new);
        Closeable connection = entry.idle.poll();
        if (connection == null) {
            connection = factory.apply(target);
            entry.total++;
            connections.put(connection, entry);
        }
        return connection;
    }

    public synchronized void release(Closeable connection) {
        Entry entry = connections.get(connection);
        if (entry != null) {
            if (entry.idle.size() < 2) {
                entry.idle.push(connection);
            } else {
                close(connection);
            }
        }
    }

    public synchronized void close(Closeable connection) {
        Entry entry = connections.remove(connection);
        if (entry == null) {
            return;
        }
        entry.idle.remove(connection);
        entry.total--;
        try {
            connection.close();
        } catch (IOException e) {
            System.getLogger("outbound").log(System.Logger.Level.DEBUG, "close of " + entry.target, e);
        }
    }
}
