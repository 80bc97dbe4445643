package com.acme.p505;

import java.util.Iterator;
import java.util.List;

public class GridRows implements AutoCloseable {
    private final GridStatement statement;
    private final Iterator<String[]> rows;
    private String[] row;

    GridRows(GridStatement statement, List<String[]> rows) {
        this.statement = statement;
        this.rows = rows.iterator();
    }

    public boolean next() {
        row = rows.hasNext() ? rows.next() : null;
        return row != null;
    }

    public String get(int column) {
        return row[column - 1];
    }

    @Override
    public void close() {
        row = null;
        statement.rowsClosed();
    }
}
