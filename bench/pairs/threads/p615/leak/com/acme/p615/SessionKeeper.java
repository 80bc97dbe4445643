package com.acme.p615;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Supplier;

public class SessionKeeper {
    private final Supplier<Closeable> connector;
    private final Supplier<String> tokens;
    private BrokerSession session;

    public SessionKeeper(Supplier<Closeable> connector, Supplier<String> tokens) {
        this.connector = connector;
        this.tokens = tokens;
    }

    public synchronized BrokerSession session() throws InterruptedException {
        long pause = 100;
        while (session == null) {
            try {
                session = new BrokerSession(connector, tokens.get());
            } catch (IOException | RuntimeException e) {
                Thread.sleep(pause);
                pause = Math.min(pause * 2, 30_000);
            }
        }
        return session;
    }

    public synchronized void reset() throws IOException {
        BrokerSession old = session;
        session = null;
        if (old != null) {
            old.close();
        }
    }
}
