package unclosed_jdbc_statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;

public class Clean {

  public static int tryWithResources(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private boolean batch;
  private Statement pending;

  public void setBatch(boolean batch) {
    this.batch = batch;
  }

  public void flush() throws SQLException {
    if (pending != null) {
      pending.close();
      pending = null;
    }
  }

  public void kept(Connection connection, String sql) throws SQLException {
    Statement statement = null;
    try {
      statement = connection.createStatement();
      if (batch) {
        pending = statement;
      }
      statement.addBatch(sql);
    } finally {
      if (!batch) {
        if (statement != null) {
          statement.close();
        }
      }
    }
  }

  public static int connectionIsClosed(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection()) {
      Statement statement = connection.createStatement();
      return statement.executeUpdate(sql);
    }
  }

  public static int chainOnAClosedConnection(DataSource source, String sql) throws SQLException {
    Connection connection = source.getConnection();
    try {
      return connection.prepareStatement(sql).executeUpdate();
    } finally {
      connection.close();
    }
  }

  public static void closedInFinally(Connection connection, long id) throws SQLException {
    PreparedStatement delete = connection.prepareStatement("delete from t where id = ?");
    try {
      delete.setLong(1, id);
      delete.executeUpdate();
    } finally {
      JdbcUtils.closeStatement(delete);
    }
  }

  public static PreparedStatement returned(Connection connection) throws SQLException {
    return connection.prepareStatement("select 1");
  }

  public static ResultSet closesItself(Connection connection) throws SQLException {
    Statement statement = connection.createStatement();
    statement.closeOnCompletion();
    return statement.executeQuery("select 1");
  }

  public static Statement notNew(ResultSet result) throws SQLException {
    Statement statement = result.getStatement();
    System.out.println(statement.getMaxRows());
    return null;
  }

  /** The same with a statement that is taken from where it is kept. */
  static final class Batches {
    private PreparedStatement insert;

    PreparedStatement insert() {
      return insert;
    }

    void keep(PreparedStatement statement) {
      insert = statement;
    }

    void run() throws SQLException {
      try {
        insert.executeBatch();
      } finally {
        insert.close();
      }
    }
  }

  public void keptElsewhere(Batches batches, Connection connection, long id) throws SQLException {
    PreparedStatement insert = batches.insert();
    try {
      if (insert == null) {
        insert = connection.prepareStatement("insert into t values (?)");
        if (batch) {
          batches.keep(insert);
        }
      }
      insert.setLong(1, id);
      insert.addBatch();
    } finally {
      if (!batch) {
        insert.close();
      }
    }
  }
}
