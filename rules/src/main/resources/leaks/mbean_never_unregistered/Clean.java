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
