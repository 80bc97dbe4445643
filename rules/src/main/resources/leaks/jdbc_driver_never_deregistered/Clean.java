package jdbc_driver_never_deregistered;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;

class Clean {
  static class Plugin {
    private final Driver driver;

    Plugin(Driver driver) throws SQLException {
      this.driver = driver;
      DriverManager.registerDriver(driver);
    }

    void stop() throws SQLException {
      DriverManager.deregisterDriver(driver);
    }
  }

  static void use(Driver driver) throws SQLException {
    new Plugin(driver).stop();
  }

  private Clean() {}
}
