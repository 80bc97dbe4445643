package com.acme.f30;

import java.io.*;
import java.sql.*;
import java.util.function.*;

public class Report {
    private final String url;
    private Connection shared;

    Report(String url) {
        this.url = url;
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(url, "sa", "");
    }

    private static void close(ResultSet rs, Statement st, Connection c) {
        try {
            if (rs != null) {
                rs.close();
            }
        } catch (SQLException e) {
            System.err.println(e);
        }
        try {
            if (st != null) {
                st.close();
            }
        } catch (SQLException e) {
            System.err.println(e);
        }
        try {
            if (c != null) {
                c.close();
            }
        } catch (SQLException e) {
            System.err.println(e);
        }
    }

    // GOOD
    int rows(String q) {
        Connection c = null;
        Statement st = null;
        ResultSet rs = null;
        try {
            c = connection();
            st = c.createStatement();
            rs = st.executeQuery(q);
            int n = 0;
            while (rs.next()) {
                n++;
            }
            return n;
        } catch (SQLException e) {
            return -1;
        } finally {
            close(rs, st, c);
        }
    }

    // BAD
    int rowsOf(String q) {
        Connection c = null;
        Statement st = null;
        ResultSet rs = null;
        try {
            c = connection();
            st = c.createStatement();
            rs = st.executeQuery(q);
            int n = 0;
            while (rs.next()) {
                n++;
            }
            return n;
        } catch (SQLException e) {
            return -1;
        } finally {
            close(rs, st, null);
        }
    }

    // BAD
    ResultSet query(String q) throws SQLException {
        try (Connection c = connection()) {
            c.setReadOnly(true);
        }
        Connection d = connection();
        Statement st = d.createStatement();
        try {
            return null;
        } finally {
            st.close();
        }
    }

    // GOOD
    void exportTo(String q, File f) throws SQLException, IOException {
        try (Connection c = connection();
             Statement st = c.createStatement();
             ResultSet rs = st.executeQuery(q);
             PrintWriter w = new PrintWriter(f, "UTF-8")) {
            ResultSetMetaData md = rs.getMetaData();
            while (rs.next()) {
                for (int i = 1; i <= md.getColumnCount(); i++) {
                    w.print(rs.getString(i));
                    w.print(i == md.getColumnCount() ? '\n' : ';');
                }
            }
        }
    }

    // BAD
    void export(String q, File f) throws SQLException, IOException {
        PrintWriter w = new PrintWriter(f, "UTF-8");
        try (Connection c = connection();
             Statement st = c.createStatement();
             ResultSet rs = st.executeQuery(q)) {
            while (rs.next()) {
                w.println(rs.getString(1));
            }
            w.close();
        }
    }

    // GOOD
    InputStream blob(ResultSet rs) throws SQLException {
        return rs.getBinaryStream(1);
    }

    // GOOD
    synchronized Connection shared() throws SQLException {
        if (shared == null || shared.isClosed()) {
            shared = connection();
        }
        return shared;
    }

    public synchronized void stop() throws SQLException {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    // BAD
    int keys(Connection c, String sql) throws SQLException {
        PreparedStatement ps = c.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
        int n = ps.executeUpdate();
        if (n == 0) {
            return -1;
        }
        try (ResultSet rs = ps.getGeneratedKeys()) {
            return rs.next() ? rs.getInt(1) : -1;
        } finally {
            ps.close();
        }
    }

    // GOOD
    int keysOf(Connection c, String sql) throws SQLException {
        try (PreparedStatement ps = c.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            int n = ps.executeUpdate();
            if (n == 0) {
                return -1;
            }
            try (ResultSet rs = ps.getGeneratedKeys()) {
                return rs.next() ? rs.getInt(1) : -1;
            }
        }
    }

    // GOOD
    void call(Connection c, int id) throws SQLException {
        CallableStatement cs = c.prepareCall("{call purge(?)}");
        try {
            cs.setInt(1, id);
            cs.execute();
        } finally {
            cs.close();
        }
    }

    // GOOD
    <T> T inTransaction(Function<Connection, T> work) throws SQLException {
        try (Connection c = connection()) {
            c.setAutoCommit(false);
            T t = work.apply(c);
            c.commit();
            return t;
        }
    }
}
