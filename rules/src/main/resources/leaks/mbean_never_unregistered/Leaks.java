package mbean_never_unregistered;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

public class Leaks {
  public interface PoolMBean {
    int getIdle();
  }

  static class Pool implements PoolMBean, AutoCloseable {
    private final Deque<AutoCloseable> idle = new ArrayDeque<>();

    Pool(String name) throws JMException {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      server.registerMBean(this, new ObjectName("app:type=Pool,name=" + name)); // LEAK
    }

    @Override
    public int getIdle() {
      return idle.size();
    }

    @Override
    public void close() throws JMException {
      idle.clear();
    }
  }

  static class Cache {
    private long hits;

    void start(MBeanServer server) throws JMException {
      Stats stats = new Stats(this);
      server.registerMBean(stats, new ObjectName("app:type=Cache")); // LEAK
    }

    void stop() {
      hits = 0;
    }

    long hits() {
      return hits;
    }
  }

  public interface StatsMBean {
    long getHits();
  }

  static class Stats implements StatsMBean {
    private final Cache cache;

    Stats(Cache cache) {
      this.cache = cache;
    }

    @Override
    public long getHits() {
      return cache.hits();
    }
  }

  static class Queue implements PoolMBean {
    private final StandardMBean bean;

    Queue() throws JMException {
      bean = new StandardMBean(this, PoolMBean.class);
    }

    void open(String name) throws JMException {
      ManagementFactory.getPlatformMBeanServer()
          .registerMBean(bean, ObjectName.getInstance("app:queue=" + name)); // LEAK
    }

    void close() {
      System.out.println("closed");
    }

    @Override
    public int getIdle() {
      return 0;
    }
  }

  static class Loader {
    void deploy(MBeanServer server, String type, String name) throws JMException {
      server.createMBean(type, new ObjectName(name)); // LEAK(low)
    }

    void undeploy() {
      System.out.println("undeployed");
    }
  }

  public static void pool(String name) throws JMException {
    new Pool(name).close();
  }

  public static void cache() throws JMException {
    Cache cache = new Cache();
    cache.start(ManagementFactory.getPlatformMBeanServer());
    cache.stop();
  }

  public static void queue(String name) throws JMException {
    Queue queue = new Queue();
    queue.open(name);
    queue.close();
  }

  public static void loader(String name) throws JMException {
    Loader loader = new Loader();
    loader.deploy(ManagementFactory.getPlatformMBeanServer(), "javax.management.timer.Timer", name);
    loader.undeploy();
  }

}

class Monitoring {
  /** Registers the beans of others, who cannot take them back. */
  static class Monitors {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    void monitor(Object bean, String name) throws JMException {
      server.registerMBean(bean, new ObjectName("app:type=" + name)); // MISSED: a class that registers no bean takes some back, perhaps these
    }
  }

  public static void monitors(Object bean, String name) throws JMException {
    new Monitors().monitor(bean, name);
  }
}

/** The web application goes, and the JVM stays. */
class MonitoredFilter implements jakarta.servlet.Filter, Leaks.PoolMBean {
  private final Deque<String> seen = new ArrayDeque<>();

  @Override
  public void init(jakarta.servlet.FilterConfig config) throws jakarta.servlet.ServletException {
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      server.registerMBean(this, new ObjectName("app:type=" + config.getFilterName())); // LEAK
    } catch (JMException e) {
      throw new jakarta.servlet.ServletException(e);
    }
  }

  @Override
  public void doFilter(
      jakarta.servlet.ServletRequest request,
      jakarta.servlet.ServletResponse response,
      jakarta.servlet.FilterChain chain)
      throws java.io.IOException, jakarta.servlet.ServletException {
    chain.doFilter(request, response);
  }

  @Override
  public int getIdle() {
    return seen.size();
  }

  @Override
  public void destroy() {
    seen.clear();
  }
}

interface SizeMBean {
  int getIdle();
}

class NamedBeans implements SizeMBean, AutoCloseable {
  private final Deque<String> idle = new ArrayDeque<>();
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final ObjectName pool;
  private final ObjectName queue;

  NamedBeans() throws JMException {
    pool = new ObjectName("app:type=Pool");
    queue = new ObjectName("app:type=Queue");
    server.registerMBean(this, pool);
    server.registerMBean(new StandardMBean(this, SizeMBean.class), queue); // LEAK
  }

  @Override
  public int getIdle() {
    return idle.size();
  }

  @Override
  public void close() throws JMException {
    server.unregisterMBean(pool);
  }

  static int idle() throws JMException {
    try (NamedBeans beans = new NamedBeans()) {
      return beans.getIdle();
    }
  }
}

/** Wraps what it is given in a bean of its own; low beside classes that take back for others. */
class Exporter {
  private final MBeanServer server;

  Exporter(MBeanServer server) {
    this.server = server;
  }

  void export(String name, Object object) throws JMException {
    javax.management.modelmbean.RequiredModelMBean bean =
        new javax.management.modelmbean.RequiredModelMBean();
    try {
      bean.setManagedResource(object, "objectReference");
    } catch (javax.management.modelmbean.InvalidTargetObjectTypeException e) {
      throw new IllegalArgumentException(e);
    }
    server.registerMBean(bean, new ObjectName(name)); // LEAK(low)
  }

  static void export(MBeanServer server, Object object) throws JMException {
    new Exporter(server).export("app:type=Object", object);
  }
}

/** Registered under a name with a number, and looked for without it; others may know better. */
class NumberedStats implements NumberedStatsMBean {
  private static final java.util.concurrent.atomic.AtomicLong IDS =
      new java.util.concurrent.atomic.AtomicLong();

  private final javax.management.MBeanServer server =
      java.lang.management.ManagementFactory.getPlatformMBeanServer();
  private final String cache;

  NumberedStats(String cache) {
    this.cache = cache;
  }

  void register() throws javax.management.JMException {
    String name = "demo:cache=" + cache + ",id=" + IDS.incrementAndGet();
    server.registerMBean(this, new javax.management.ObjectName(name)); // LEAK(low)
  }

  void unregister() throws javax.management.JMException {
    server.unregisterMBean(new javax.management.ObjectName("demo:cache=" + cache));
  }

  @Override
  public long getHits() {
    return cache.length();
  }

  static void use() throws javax.management.JMException {
    NumberedStats stats = new NumberedStats("one");
    stats.register();
    stats.unregister();
  }
}

interface NumberedStatsMBean {
  long getHits();
}

/** Its tables are registered with a number, and looked for without it. */
class Tables {
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

  void open(String table, long number) throws Exception {
    Beans.publish( // LEAK
        new Table(), new javax.management.ObjectName("db:table=" + table + ",number=" + number));
    names.add(table);
  }

  void close() throws Exception {
    for (String table : names) {
      Beans.withdraw(new javax.management.ObjectName("db:table=" + table));
    }
  }

  static class Replica {
    private long blocks;

    void open(String name) {
      org.apache.hadoop.metrics2.util.MBeans.register("Replica", name, this); // LEAK
    }

    void close() {
      blocks = 0;
    }
  }

  static class Tenant {
    private final org.springframework.jmx.export.MBeanExportOperations exporter;

    Tenant(org.springframework.jmx.export.MBeanExportOperations exporter) {
      this.exporter = exporter;
    }

    void start() {
      exporter.registerManagedResource(this); // LEAK
    }

    void destroy() {
      System.out.println("gone");
    }
  }
}
