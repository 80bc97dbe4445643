package com.acme.f29;

import java.sql.*;
import java.util.*;
import javax.sql.DataSource;

public class UserDao {
    private final DataSource ds;

    public UserDao(DataSource ds) {
        this.ds = ds;
    }

    // BAD
    int count() throws SQLException {
        Connection c = ds.getConnection();
        Statement st = c.createStatement();
        ResultSet rs = st.executeQuery("select count(*) from users");
        rs.next();
        return rs.getInt(1);
    }

    // GOOD
    int countOf() throws SQLException {
        try (Connection c = ds.getConnection();
             Statement st = c.createStatement();
             ResultSet rs = st.executeQuery("select count(*) from users")) {
            rs.next();
            return rs.getInt(1);
        }
    }

    // BAD
    String nameOf(int id) throws SQLException {
        try (PreparedStatement ps = ds.getConnection().prepareStatement("select name from users where id=?")) {
            ps.setInt(1, id);
            try (ResultSet rs = ps.executeQuery()) {
                return rs.next() ? rs.getString(1) : null;
            }
        }
    }

    // GOOD
    String name(int id) throws SQLException {
        try (Connection c = ds.getConnection();
             PreparedStatement ps = c.prepareStatement("select name from users where id=?")) {
            ps.setInt(1, id);
            try (ResultSet rs = ps.executeQuery()) {
                return rs.next() ? rs.getString(1) : null;
            }
        }
    }

    // BAD
    void insert(Connection c, List<String> names) throws SQLException {
        for (String n : names) {
            PreparedStatement ps = c.prepareStatement("insert into users(name) values(?)");
            ps.setString(1, n);
            ps.executeUpdate();
        }
    }

    // GOOD
    void insertAll(Connection c, List<String> names) throws SQLException {
        try (PreparedStatement ps = c.prepareStatement("insert into users(name) values(?)")) {
            for (String n : names) {
                ps.setString(1, n);
                ps.addBatch();
            }
            ps.executeBatch();
        }
    }

    // GOOD
    void transfer(int from, int to, long amount) throws SQLException {
        Connection c = ds.getConnection();
        try {
            c.setAutoCommit(false);
            try (PreparedStatement ps = c.prepareStatement("update acc set v=v+? where id=?")) {
                ps.setLong(1, -amount);
                ps.setInt(2, from);
                ps.executeUpdate();
                ps.setLong(1, amount);
                ps.setInt(2, to);
                ps.executeUpdate();
            }
            c.commit();
        } catch (SQLException e) {
            c.rollback();
            throw e;
        } finally {
            c.close();
        }
    }

    // BAD
    void move(int from, long amount) throws SQLException {
        Connection c = ds.getConnection();
        try {
            c.setAutoCommit(false);
            try (PreparedStatement ps = c.prepareStatement("update acc set v=v+? where id=?")) {
                ps.setLong(1, -amount);
                ps.setInt(2, from);
                ps.executeUpdate();
            }
            c.commit();
            c.close();
        } catch (SQLException e) {
            c.rollback();
            throw e;
        }
    }

    // GOOD
    List<String> tree(Connection c, int root) throws SQLException {
        List<String> out = new ArrayList<>();
        PreparedStatement ps = c.prepareStatement("select id, name from node where parent=?");
        try {
            ps.setInt(1, root);
            ResultSet rs = ps.executeQuery();
            try {
                while (rs.next()) {
                    out.add(rs.getString(2));
                    out.addAll(tree(c, rs.getInt(1)));
                }
            } finally {
                rs.close();
            }
        } finally {
            ps.close();
        }
        return out;
    }

    // BAD
    boolean exists(Connection c, String table) {
        Statement st = null;
        ResultSet rs = null;
        try {
            st = c.createStatement();
            rs = st.executeQuery("select 1 from " + table);
            return rs.next();
        } catch (SQLException e) {
            return false;
        } finally {
            try {
                if (rs != null) {
                    rs.close();
                    st.close();
                }
            } catch (SQLException e) {
                System.err.println(e);
            }
        }
    }

    // GOOD
    Connection connect(String url) throws SQLException {
        Connection c = DriverManager.getConnection(url);
        try {
            c.setReadOnly(true);
        } catch (SQLException e) {
            c.close();
            throw e;
        }
        return c;
    }
}
