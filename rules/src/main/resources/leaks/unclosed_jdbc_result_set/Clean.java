package unclosed_jdbc_result_set;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetProvider;

public class Clean {

  public static boolean tryWithResources(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select 1")) {
      return rows.next();
    }
  }

  public static boolean statementIsClosed(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select 1")) {
      ResultSet rows = query.executeQuery();
      return rows.next();
    }
  }

  public static boolean connectionIsClosed(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      DatabaseMetaData data = connection.getMetaData();
      return data.getCatalogs().next();
    }
  }

  public static ResultSet returned(Statement statement) throws SQLException {
    return statement.executeQuery("select 1");
  }

  public static boolean inFinally(Statement statement) throws SQLException {
    ResultSet keys = null;
    try {
      keys = statement.getGeneratedKeys();
      return keys.next();
    } finally {
      if (keys != null) {
        keys.close();
      }
    }
  }

  public static int columnStream(ResultSet rows) throws SQLException, IOException {
    InputStream picture = rows.getBinaryStream("picture");
    return picture.read();
  }

  public static int inMemory(ResultSet rows) throws SQLException {
    CachedRowSet copy = RowSetProvider.newFactory().createCachedRowSet();
    copy.populate(rows);
    return copy.size();
  }
}
