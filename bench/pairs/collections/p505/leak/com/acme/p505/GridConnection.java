package com.acme.p505;

import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

public class GridConnection implements AutoCloseable {
    private final String endpoint;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Set<GridStatement> openStatements = ConcurrentHashMap.newKeySet();

    public GridConnection(String endpoint) {
        this.endpoint = endpoint;
    }

    public GridStatement createStatement() {
        if (closed.get()) {
            throw new IllegalStateException("connection to " + endpoint + " is closed");
        }
        GridStatement statement = new GridStatement(this);
        register(statement);
        return statement;
    }

    public GridMetaData metaData() {
        return new GridMetaData(this);
    }

    private void register(GridStatement statement) {
        openStatements.add(statement);
    }

    void unregister(GridStatement statement) {
        openStatements.remove(statement);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            new ArrayList<>(openStatements).forEach(GridStatement::close);
        }
    }
}
