package mbean_never_unregistered;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

class Leaks {
  public interface PoolMBean {
    int getSize();
  }

  static class Pool implements PoolMBean, AutoCloseable {
    private int size = 8;

    Pool(String name) throws JMException {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      server.registerMBean(this, new ObjectName("sample:type=Pool,name=" + name)); // LEAK
    }

    @Override
    public int getSize() {
      return size;
    }

    @Override
    public void close() {
      size = 0;
    }
  }

  static void use(String name) throws JMException {
    new Pool(name).close();
  }

  private Leaks() {}
}
