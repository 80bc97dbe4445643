package com.acme.p519;

import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;

public class InstrumentedPool {
    private final Deque<Socket> available = new ArrayDeque<>();
    private final MetricBoard board;
    private final String prefix;
    private final int limit;
    private int leased;

    public InstrumentedPool(String name, int limit, MetricBoard board) {
        this.board = board;
        this.limit = limit;
        this.prefix = "pool." + name + ".";
        board.gauge(prefix + "available", () -> count(false));
        board.gauge(prefix + "leased", () -> count(true));
        board.gauge(prefix + "limit", () -> this.limit);
    }

    private synchronized int count(boolean inUse) {
        return inUse ? leased : available.size();
    }

    public synchronized Socket lease() {
        if (leased >= limit) {
            throw new IllegalStateException("pool exhausted: " + prefix);
        }
        leased++;
        Socket pooled = available.poll();
        return pooled != null ? pooled : new Socket();
    }

    public synchronized void giveBack(Socket socket) {
        leased--;
        available.push(socket);
    }

    public synchronized void shutdown() throws java.io.IOException {
        for (Socket s : available) {
            s.close();
        }
        available.clear();
    }
}
