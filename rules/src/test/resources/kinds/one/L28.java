package one;

import java.sql.*;
import java.util.*;
import javax.sql.*;

/** Type: JDBC. */
class L28 {
  private DataSource ds;

  void connection() throws SQLException {
    Connection c = ds.getConnection(); // LEAK
    c.createStatement().execute("x");
  }

  List<String> names(Connection c) throws SQLException {
    List<String> names = new ArrayList<>();
    PreparedStatement s = c.prepareStatement("select name from t"); // LEAK
    ResultSet rs = s.executeQuery();
    while (rs.next()) {
      names.add(rs.getString(1));
    }
    return names;
  }

  void callable(Connection c) throws SQLException {
    CallableStatement s = c.prepareCall("{call p}"); // LEAK
    s.execute();
    s.close();
  }

  void closesResultOnly(Connection c) throws SQLException {
    Statement s = c.createStatement(); // LEAK
    ResultSet rs = s.executeQuery("select 1");
    try {
      rs.next();
    } finally {
      rs.close();
    }
  }

  void closesStatementNotConnection(String url) throws SQLException {
    Connection c = DriverManager.getConnection(url); // LEAK
    Statement s = c.createStatement();
    s.execute("x");
    s.close();
  }

  void pooled(ConnectionPoolDataSource p) throws SQLException {
    PooledConnection pc = p.getPooledConnection(); // LEAK
    System.out.println(pc.getConnection().isValid(1)); // LEAK
  }

  void catchOnly(String url) {
    Connection c = null;
    try {
      c = DriverManager.getConnection(url); // LEAK
      c.commit();
    } catch (SQLException e) {
      try {
        if (c != null) c.close();
      } catch (SQLException ignored) {
      }
    }
  }

  void loop(Connection c, int[] ids) throws SQLException {
    for (int id : ids) {
      PreparedStatement s = c.prepareStatement("delete from t where id = ?"); // LEAK
      s.setInt(1, id);
      s.executeUpdate();
    }
  }

  void orderedCloses(String url) throws SQLException {
    Connection c = null;
    Statement s = null;
    try {
      c = DriverManager.getConnection(url); // LEAK
      s = c.createStatement();
      s.execute("x");
    } finally {
      if (s != null) {
        s.close();
      }
      if (c != null) {
        c.close();
      }
    }
  }

  ResultSet detached(Connection c) throws SQLException {
    Statement s = c.createStatement(); // LEAK
    ResultSet rs = s.executeQuery("select 1");
    if (rs.next()) {
      return rs;
    }
    return null;
  }
}
