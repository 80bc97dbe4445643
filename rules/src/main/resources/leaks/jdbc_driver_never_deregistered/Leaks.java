package jdbc_driver_never_deregistered;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

public class Leaks {
  abstract static class Wrapper implements Driver {
    protected final Driver target;

    Wrapper(Driver target) {
      this.target = target;
    }

    @Override
    public boolean acceptsURL(String url) {
      return url.startsWith("trace:");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
      return target.getPropertyInfo(url, info);
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
      return Logger.getLogger("trace");
    }
  }

  /** Writes down what it was asked. */
  static class TracingDriver extends Wrapper implements AutoCloseable {
    private int asked;

    TracingDriver(Driver target) throws SQLException {
      super(target);
      DriverManager.registerDriver(this); // LEAK
    }

    @Override
    public void close() {
      System.out.println(asked);
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
      asked++;
      return acceptsURL(url) ? target.connect(url.substring(6), info) : null;
    }
  }

  static class Database {
    private final Driver driver;

    Database(Driver driver) {
      this.driver = driver;
    }

    void start() throws SQLException {
      DriverManager.registerDriver(driver, () -> System.out.println("gone")); // LEAK
    }

    void stop() {
      System.out.println("stopped");
    }
  }

  static class Listener {
    void contextInitialized(ClassLoader webapp) throws ReflectiveOperationException, SQLException {
      Class<?> type = Class.forName("org.example.Driver", true, webapp);
      Driver driver = (Driver) type.getDeclaredConstructor().newInstance();
      DriverManager.registerDriver(driver); // MISSED: made by reflection, of unknown origin
    }

    void contextDestroyed() {
      System.out.println("stopped");
    }
  }

  static class Plugin {
    void install(Driver target) throws SQLException {
      DriverManager.registerDriver(new PluginDriver(target)); // LEAK
    }

    void uninstall() {
      System.out.println("uninstalled");
    }
  }

  static class PluginDriver extends Wrapper {
    PluginDriver(Driver target) {
      super(target);
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
      return target.connect(url, info);
    }
  }

  public static void traced(Driver target) throws SQLException {
    new TracingDriver(target).close();
  }

  public static void database(Driver driver) throws SQLException {
    Database database = new Database(driver);
    database.start();
    database.stop();
  }

  public static void webApplication(ClassLoader loader) throws Exception {
    Listener listener = new Listener();
    listener.contextInitialized(loader);
    listener.contextDestroyed();
  }

  public static void plugin(Driver target) throws SQLException {
    Plugin plugin = new Plugin();
    plugin.install(target);
    plugin.uninstall();
  }
}
