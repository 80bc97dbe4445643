package one;

import java.sql.*;
import java.util.*;
import javax.sql.*;

/** JDBC: close order, connection or statement closing its dependants, pool. */
class C69 {
  private DataSource ds;
  private Connection shared;

  int m1() throws SQLException {
    try (Connection c = ds.getConnection()) {
      Statement s = c.createStatement();
      ResultSet rs = s.executeQuery("select 1");
      return rs.next() ? rs.getInt(1) : 0;
    }
  }

  void connectionInFinally(String url) throws SQLException {
    Connection c = DriverManager.getConnection(url);
    try {
      PreparedStatement s = c.prepareStatement("x");
      s.setInt(1, 2);
      s.executeUpdate();
    } finally {
      c.close();
    }
  }

  List<String> statementClosesResult(Connection c) throws SQLException {
    List<String> l = new ArrayList<>();
    Statement s = c.createStatement();
    try {
      ResultSet rs = s.executeQuery("select a from b");
      while (rs.next()) {
        l.add(rs.getString(1));
      }
      return l;
    } finally {
      s.close();
    }
  }

  void manyResults(Connection c) throws SQLException {
    try (PreparedStatement s = c.prepareStatement("x")) {
      for (int i = 0; i < 3; i++) {
        s.setInt(1, i);
        ResultSet rs = s.executeQuery();
        if (rs.next()) System.out.println(rs.getInt(1));
      }
    }
  }

  void order(String url) throws SQLException {
    Connection c = DriverManager.getConnection(url);
    try {
      Statement s = c.createStatement();
      try {
        ResultSet rs = s.executeQuery("x");
        try {
          rs.next();
        } finally {
          rs.close();
        }
      } finally {
        s.close();
      }
    } finally {
      c.close();
    }
  }

  void nullChecked(String url) {
    Connection c = null;
    Statement s = null;
    try {
      c = DriverManager.getConnection(url);
      s = c.createStatement();
      s.execute("x");
    } catch (SQLException e) {
      e.printStackTrace();
    } finally {
      try {
        if (s != null) s.close();
      } catch (SQLException e) {
        e.printStackTrace();
      }
      try {
        if (c != null) c.close();
      } catch (SQLException e) {
        e.printStackTrace();
      }
    }
  }

  boolean sharedConnection() throws SQLException {
    return shared.isValid(3);
  }

  void metadata(Connection c) throws SQLException {
    DatabaseMetaData m = c.getMetaData();
    System.out.println(m.getDatabaseProductName());
    Connection again = m.getConnection();
    System.out.println(again);
  }

  void statementOf(ResultSet rs) throws SQLException {
    Statement s = rs.getStatement();
    System.out.println(s.getMaxRows());
  }

  void resultSetOfStatement(PreparedStatement s) throws SQLException {
    try (ResultSet rs = s.executeQuery()) {
      while (rs.next()) {}
    }
  }

  void rollback(Connection given) throws SQLException {
    try (PreparedStatement s = given.prepareStatement("x")) {
      s.execute();
      given.commit();
    } catch (SQLException e) {
      given.rollback();
      throw e;
    }
  }

  ResultSet query(Statement s) throws SQLException {
    return s.executeQuery("select 1");
  }

  void outerClose(String url) throws SQLException {
    try (Connection c = DriverManager.getConnection(url);
        PreparedStatement s = c.prepareStatement("x")) {
      ResultSet keys = s.getGeneratedKeys();
      keys.next();
    }
  }
}
