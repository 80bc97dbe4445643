package unclosed_jdbc_result_set;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

public class Leaks {

  public static boolean neverClosed(Statement statement) throws SQLException {
    ResultSet rows = statement.executeQuery("select 1"); // LEAK
    return rows.next();
  }

  public static boolean receiverOfAChain(PreparedStatement query) throws SQLException {
    return query.executeQuery().next(); // LEAK
  }

  public static List<String> ofTheMetadata(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    ResultSet tables = connection.getMetaData().getTables(null, null, "%", null); // LEAK
    while (tables.next()) {
      names.add(tables.getString("TABLE_NAME"));
    }
    return names;
  }

  /** The method closes it itself, so it means to be in charge, whoever has the connection. */
  public static boolean hasColumn(DatabaseMetaData data, String column) throws SQLException {
    ResultSet columns = data.getColumns(null, null, "t", column); // LEAK
    boolean found = columns.next();
    columns.close();
    return found;
  }

  public static int lostByAnEarlyReturn(PreparedStatement query) throws SQLException {
    ResultSet rows = query.executeQuery(); // LEAK
    if (!rows.next()) {
      return 0;
    }
    try {
      return rows.getInt(1);
    } finally {
      rows.close();
    }
  }
}
