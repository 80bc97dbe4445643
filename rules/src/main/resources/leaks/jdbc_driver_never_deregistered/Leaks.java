package jdbc_driver_never_deregistered;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

class Leaks {
  static class Counting implements Driver {
    private final Driver real;
    private int calls;

    Counting(Driver real) throws SQLException {
      this.real = real;
      DriverManager.registerDriver(this); // LEAK
    }

    void shutdown() {
      calls = 0;
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
      calls++;
      return real.connect(url, info);
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
      return real.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
      return real.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
      return 1;
    }

    @Override
    public int getMinorVersion() {
      return calls;
    }

    @Override
    public boolean jdbcCompliant() {
      return false;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }
  }

  static void use(Driver driver) throws SQLException {
    new Counting(driver).shutdown();
  }

  private Leaks() {}
}
