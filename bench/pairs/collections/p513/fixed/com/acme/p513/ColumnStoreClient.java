package com.acme.p513;

import java.util.UUID;
import java.util.function.Supplier;

public class ColumnStoreClient implements AutoCloseable {
    private final SessionHolders holders;
    private final String name;
    private final DriverSession session;
    private boolean closed;

    ColumnStoreClient(SessionHolders holders, String name, Supplier<DriverSession> connect) {
        this.holders = holders;
        this.name = name;
        this.session = holders.acquire(name, connect);
    }

    public String execute(String statement) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        return session.execute(statement);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            holders.release(name);
        }
    }
}
