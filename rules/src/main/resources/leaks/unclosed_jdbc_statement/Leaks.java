package unclosed_jdbc_statement;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

public class Leaks {
  private boolean batch;

  private void toggle() {
    batch = !batch;
  }

  public void flagThatChangesMeanwhile(Connection connection, String sql) throws SQLException {
    Statement statement = connection.createStatement(); // LEAK
    try {
      if (!batch) {
        toggle();
      }
      statement.execute(sql);
    } finally {
      if (!batch) {
        statement.close();
      }
    }
  }

  public static int neverClosed(Connection connection, String sql) throws SQLException {
    Statement statement = connection.createStatement(); // LEAK
    return statement.executeUpdate(sql);
  }

  public static boolean receiverOfAChain(Connection connection, String sql) throws SQLException {
    return connection.createStatement().execute(sql); // LEAK
  }

  /** The method closes it itself, so it means to be in charge, whoever has the connection. */
  public static void closedOnTheNormalPathOnly(Connection connection, long id)
      throws SQLException {
    PreparedStatement delete = connection.prepareStatement("delete from t"); // LEAK
    delete.setMaxRows((int) id);
    delete.executeUpdate();
    delete.close();
  }

  public static int oneEachRound(Connection connection, String[] names) throws SQLException {
    int rows = 0;
    PreparedStatement insert = null;
    try {
      for (String name : names) {
        insert = connection.prepareStatement("insert into t values (?)"); // LEAK
        insert.setString(1, name);
        rows += insert.executeUpdate();
      }
    } finally {
      if (insert != null) {
        insert.close();
      }
    }
    return rows;
  }

  public static boolean onlyTheResultIsClosed(Connection connection) throws SQLException {
    PreparedStatement query = connection.prepareStatement("select 1"); // LEAK
    try (ResultSet result = query.executeQuery()) {
      return result.next();
    }
  }

  public static int called(Connection connection) throws SQLException {
    CallableStatement call = connection.prepareCall("{call next(?)}"); // LEAK
    call.registerOutParameter(1, java.sql.Types.INTEGER);
    call.execute();
    return call.getInt(1);
  }

  public static boolean resultCloseMayThrow(Connection connection) throws SQLException {
    Statement statement = connection.createStatement(); // LEAK
    ResultSet result = null;
    try {
      result = statement.executeQuery("select 1");
      return result.next();
    } finally {
      if (result != null) {
        result.close();
      }
      statement.close();
    }
  }
}
