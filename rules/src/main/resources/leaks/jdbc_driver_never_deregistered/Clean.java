package jdbc_driver_never_deregistered;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;

public class Clean {
  /** Registers itself as its class loads, as JDBC asks of drivers. */
  static class FileDriver implements Driver {
    static {
      try {
        DriverManager.registerDriver(new FileDriver());
      } catch (SQLException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
      throw new SQLException("no such file: " + url);
    }

    @Override
    public boolean acceptsURL(String url) {
      return url.startsWith("jdbc:file:");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
      return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
      return 1;
    }

    @Override
    public int getMinorVersion() {
      return 0;
    }

    @Override
    public boolean jdbcCompliant() {
      return false;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getLogger("file");
    }
  }

  public static boolean accepts(String url) {
    return new FileDriver().acceptsURL(url);
  }

  private Clean() {}
}

class Database implements AutoCloseable {
  private final Driver driver;

  Database(Driver driver) throws SQLException {
    this.driver = driver;
    DriverManager.registerDriver(driver);
  }

  @Override
  public void close() throws SQLException {
    DriverManager.deregisterDriver(driver);
  }
}

class Listener {
  private final List<Driver> registered = new ArrayList<>();

  void contextInitialized(Driver driver) throws SQLException {
    DriverManager.registerDriver(driver);
    registered.add(driver);
  }

  void contextDestroyed() {
    registered.forEach(Listener::deregister);
  }

  private static void deregister(Driver driver) {
    try {
      DriverManager.deregisterDriver(driver);
    } catch (SQLException e) {
      System.err.println(e.getMessage());
    }
  }
}
