package mbean_never_unregistered;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

class Clean {
  public interface PoolMBean {
    int getSize();
  }

  static class Pool implements PoolMBean, AutoCloseable {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName name;

    Pool(String name) throws JMException {
      this.name = new ObjectName("sample:type=Pool,name=" + name);
      server.registerMBean(this, this.name);
    }

    @Override
    public int getSize() {
      return 8;
    }

    @Override
    public void close() throws JMException {
      server.unregisterMBean(name);
    }
  }

  static void use(String name) throws JMException {
    try (Pool pool = new Pool(name)) {
      pool.getSize();
    }
  }

  private Clean() {}
}
