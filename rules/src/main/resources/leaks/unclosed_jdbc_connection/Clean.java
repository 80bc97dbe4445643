package unclosed_jdbc_connection;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.commons.dbutils.DbUtils;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcUtils;

public class Clean {

  public static boolean tryWithResources(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return connection.isValid(1);
    }
  }

  public static int closedInFinally(DataSource source, String sql) throws SQLException {
    Connection connection = null;
    Statement statement = null;
    try {
      connection = source.getConnection();
      statement = connection.createStatement();
      return statement.executeUpdate(sql);
    } finally {
      try {
        if (statement != null) {
          statement.close();
        }
      } finally {
        if (connection != null) {
          connection.close();
        }
      }
    }
  }

  public static int closedByHelpers(DataSource source, String sql) throws SQLException {
    Connection connection = null;
    Statement statement = null;
    try {
      connection = source.getConnection();
      statement = connection.createStatement();
      return statement.executeUpdate(sql);
    } finally {
      JdbcUtils.closeStatement(statement);
      JdbcUtils.closeConnection(connection);
    }
  }

  public static boolean closedByDbUtils(DataSource source) throws SQLException {
    Connection connection = source.getConnection();
    try {
      return connection.isReadOnly();
    } finally {
      DbUtils.closeQuietly(connection);
    }
  }

  public static String givenBackToSpring(DataSource source) throws SQLException {
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      return connection.getSchema();
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }

  public static Connection returned(DataSource source) throws SQLException {
    Connection connection = source.getConnection();
    try {
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  public static String notNew(Statement statement, DatabaseMetaData data) throws SQLException {
    return statement.getConnection().getCatalog() + data.getConnection().getSchema();
  }

  public static void transaction(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(sql);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  /** Some databases are told to end by an attempt to connect, which always fails. */
  public static void endDatabase() {
    try {
      DriverManager.getConnection("jdbc:derby:;shutdown=true"); // NOISE: an attempt to connect that ends the database
    } catch (SQLException expected) {
      System.out.println(expected.getSQLState());
    }
  }
}
