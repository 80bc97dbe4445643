package mbean_never_unregistered;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

public class Clean {

  static class Counter implements Beans.CounterMXBean, AutoCloseable {
    private final AtomicLong count = new AtomicLong();
    private final ObjectName name;

    Counter(String name) throws JMException {
      this.name = new ObjectName("app:type=Counter,name=" + name);
      ManagementFactory.getPlatformMBeanServer().registerMBean(this, this.name);
    }

    @Override
    public long getCount() {
      return count.incrementAndGet();
    }

    @Override
    public void close() throws JMException {
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
    }
  }

  public static void use(String name) throws JMException {
    try (Counter counter = new Counter(name)) {
      counter.getCount();
    }
  }

  private Clean() {}
}

interface Beans {
  interface CounterMXBean {
    long getCount();
  }
}

/** Registered once as the program starts. */
final class Server implements Beans.CounterMXBean {
  private static final Server INSTANCE = new Server();

  @Override
  public long getCount() {
    return Thread.activeCount();
  }

  void stop() {
    System.out.println("stopped");
  }

  public static void main(String[] args) throws JMException {
    ManagementFactory.getPlatformMBeanServer()
        .registerMBean(INSTANCE, new ObjectName("app:type=Server"));
    INSTANCE.stop();
  }
}

/** The subclass registers, its parent unregisters. */
class Managed {
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  protected ObjectName name;

  MBeanServer server() {
    return server;
  }

  void stop() throws JMException {
    server.unregisterMBean(name);
  }
}

class Connector extends Managed implements Beans.CounterMXBean {
  void start() throws JMException {
    name = new ObjectName("app:type=Connector");
    server().registerMBean(this, name);
  }

  @Override
  public long getCount() {
    return 1;
  }
}

/** The server ends with the object that registers with it. */
class Sandbox implements Beans.CounterMXBean {
  private MBeanServer server;

  void start() throws JMException {
    server = MBeanServerFactory.newMBeanServer();
    server.registerMBean(this, new ObjectName("app:type=Sandbox")); // NOISE: takes any server for the JVM's
  }

  void stop() {
    server = null;
  }

  @Override
  public long getCount() {
    return server.getMBeanCount();
  }
}

class TakenBack {
  /** Takes back by name what it was given to register. */
  static class Monitors {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    void monitor(Object bean, String name) throws JMException {
      server.registerMBean(bean, new ObjectName("app:type=" + name));
    }

    void forget(String name) throws JMException {
      server.unregisterMBean(new ObjectName("app:type=" + name));
    }
  }

  public static void monitors(Object bean, String name) throws JMException {
    Monitors monitors = new Monitors();
    monitors.monitor(bean, name);
    monitors.forget(name);
  }
}

class FairBeans {
  public interface IdleMBean {
    int getIdle();
  }
}

class KeptNames implements FairBeans.IdleMBean, AutoCloseable {
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final java.util.List<ObjectName> names = new java.util.ArrayList<>();
  private ObjectName pool;

  KeptNames() throws JMException {
    ObjectName first = new ObjectName("app:type=Pool");
    ObjectName second = new ObjectName("app:type=Queue");
    server.registerMBean(this, first);
    server.registerMBean(this, second);
    pool = first;
    names.add(second);
  }

  @Override
  public int getIdle() {
    return names.size();
  }

  @Override
  public void close() throws JMException {
    server.unregisterMBean(pool);
    for (ObjectName name : names) {
      server.unregisterMBean(name);
    }
  }

  static int idle() throws JMException {
    try (KeptNames beans = new KeptNames()) {
      return beans.getIdle();
    }
  }
}

/** Registers and takes back by names that are written out. */
class WrittenNames implements FairBeans.IdleMBean {
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private int starts;

  void start() throws JMException {
    starts++;
    server.registerMBean(this, new ObjectName("app:type=Pool"));
    server.registerMBean(this, new ObjectName("app:type=Queue"));
  }

  void stop() throws JMException {
    server.unregisterMBean(new ObjectName("app:type=Queue"));
    server.unregisterMBean(new ObjectName("app:type=Pool"));
  }

  @Override
  public int getIdle() {
    return starts;
  }

  static void use() throws JMException {
    WrittenNames names = new WrittenNames();
    names.start();
    names.stop();
  }
}

/** Its tables are withdrawn by the names that they were published by. */
class NamedTables {
  static final class Beans {
    static void publish(Object bean, javax.management.ObjectName name) throws Exception {
      java.lang.management.ManagementFactory.getPlatformMBeanServer().registerMBean(bean, name);
    }

    static void withdraw(javax.management.ObjectName name) throws Exception {
      java.lang.management.ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
    }
  }

  interface TableMBean {}

  static class Table implements TableMBean {}

  private final java.util.List<String> names = new java.util.ArrayList<>();

  void open(String table) throws Exception {
    Beans.publish(new Table(), new javax.management.ObjectName("db:table=" + table));
    names.add(table);
  }

  void close() throws Exception {
    for (String table : names) {
      Beans.withdraw(new javax.management.ObjectName("db:table=" + table));
    }
  }

  static class Replica {
    private javax.management.ObjectName bean;

    void open(String name) {
      bean = org.apache.hadoop.metrics2.util.MBeans.register("Replica", name, this);
    }

    void close() {
      org.apache.hadoop.metrics2.util.MBeans.unregister(bean);
    }
  }

  static class Tenant {
    private final org.springframework.jmx.export.MBeanExportOperations exporter;
    private javax.management.ObjectName name;

    Tenant(org.springframework.jmx.export.MBeanExportOperations exporter) {
      this.exporter = exporter;
    }

    void start() {
      name = exporter.registerManagedResource(this);
    }

    void destroy() {
      exporter.unregisterManagedResource(name);
    }
  }
}
