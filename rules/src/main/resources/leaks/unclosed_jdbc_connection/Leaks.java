package unclosed_jdbc_connection;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;

public class Leaks {

  public static boolean neverClosed(String url) throws SQLException {
    Connection connection = DriverManager.getConnection(url); // LEAK
    return connection.isValid(1);
  }

  public static String receiverOfAChain(DataSource source) throws SQLException {
    return source.getConnection().getCatalog(); // LEAK
  }

  public static int closedOnTheNormalPathOnly(DataSource source, String sql) throws SQLException {
    Connection connection = source.getConnection(); // LEAK
    int rows;
    try (Statement statement = connection.createStatement()) {
      rows = statement.executeUpdate(sql);
    }
    connection.close();
    return rows;
  }

  public static int onlyTheStatementIsClosed(DataSource source, String sql) throws SQLException {
    Connection connection = source.getConnection(); // LEAK
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  public static void closedInCatch(DataSource source, String sql) throws SQLException {
    Connection connection = source.getConnection("sa", ""); // LEAK
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  public static boolean firstCloseMayThrow(String url, String sql) throws SQLException {
    Connection connection = null;
    Statement statement = null;
    try {
      connection = DriverManager.getConnection(url); // LEAK
      statement = connection.createStatement();
      return statement.execute(sql);
    } finally {
      if (statement != null) {
        statement.close();
      }
      if (connection != null) {
        connection.close();
      }
    }
  }

  public static boolean alive(DataSource source) {
    try {
      Connection connection = source.getConnection(); // LEAK
      if (!connection.isValid(1)) {
        return false;
      }
      connection.close();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  public static String springs(DataSource source) throws SQLException {
    Connection connection = DataSourceUtils.getConnection(source); // LEAK
    return connection.getSchema();
  }

  public static void oneEachRound(DataSource[] sources) throws SQLException {
    Connection connection = null;
    for (DataSource source : sources) {
      connection = source.getConnection(); // LEAK
      connection.setReadOnly(true);
    }
    if (connection != null) {
      connection.close();
    }
  }

  /** Whoever keeps the connection closes no more than its own statement. */
  static final class Orders {
    private final Connection connection;

    Orders(Connection connection) {
      this.connection = connection;
    }

    int count() throws SQLException {
      try (Statement statement = connection.createStatement()) {
        return statement.executeUpdate("delete from orders");
      }
    }
  }

  public static int orders(String url) throws SQLException {
    return new Orders(DriverManager.getConnection(url)).count(); // LEAK
  }
}
