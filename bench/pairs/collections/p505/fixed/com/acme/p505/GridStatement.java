package com.acme.p505;

import java.util.List;

public class GridStatement implements AutoCloseable {
    private final GridConnection connection;
    private boolean closeOnCompletion;
    private GridRows current;

    GridStatement(GridConnection connection) {
        this.connection = connection;
    }

    public void closeOnCompletion() {
        closeOnCompletion = true;
    }

    public GridRows query(String sql) {
        current = new GridRows(this, List.<String[]>of(new String[] {sql}));
        return current;
    }

    void rowsClosed() {
        if (closeOnCompletion) {
            close();
        }
    }

    @Override
    public void close() {
        current = null;
        connection.unregister(this);
    }
}
