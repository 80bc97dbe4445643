package com.acme.p505;

public class GridMetaData {
    private final GridConnection connection;

    GridMetaData(GridConnection connection) {
        this.connection = connection;
    }

    public GridRows tables(String schema) {
        return select("SELECT table_name FROM system.tables WHERE schema = '" + schema + "'");
    }

    public GridRows columns(String schema, String table) {
        return select("SELECT column_name FROM system.columns WHERE schema = '" + schema + "' AND tab = '" + table + "'");
    }

    private GridRows select(String sql) {
        GridStatement statement = connection.createStatement();
        statement.closeOnCompletion();
        return statement.query(sql);
    }
}
