package remove_method_never_removes;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

public class Leaks {
  static class Sensors {
    private final ConcurrentMap<String, double[]> sensors = new ConcurrentHashMap<>();

    double[] sensor(String name) {
      return sensors.computeIfAbsent(name, key -> new double[8]); // LEAK
    }

    double[] removeSensor(String name) {
      return sensors.get(name);
    }
  }

  static class Sessions {
    private static final Map<String, StringBuilder> LOGS = new ConcurrentHashMap<>();

    static void open(String user) {
      LOGS.put(user, new StringBuilder()); // LEAK
    }

    static void releaseSession(String user) {
      StringBuilder log = LOGS.get(user);
      if (log != null) {
        System.out.println(log);
      }
    }
  }

  static class Consumers {
    private final Map<Long, Runnable> consumers = new HashMap<>();
    private long last;

    synchronized long subscribe(Runnable consumer) {
      consumers.put(++last, consumer); // LEAK
      return last;
    }

    synchronized boolean unregister(long id) {
      Runnable consumer = consumers.get(id);
      return consumer != null;
    }
  }

  static class Locks {
    private static final Map<String, Object> HELD = new ConcurrentHashMap<>();

    static boolean lock(String path) {
      return HELD.putIfAbsent(path, new Object()) == null; // LEAK: static-collection-only-grows
    }

    static boolean release(String path) {
      return HELD.containsKey(path);
    }
  }

  public static void sensors(Sensors all, String name) {
    all.sensor(name)[0] = 1;
    all.removeSensor(name);
  }

  public static void sessions(String user) {
    Sessions.open(user);
    Sessions.releaseSession(user);
  }

  public static void consumers(Consumers all, Runnable consumer) {
    all.unregister(all.subscribe(consumer));
  }

  public static void locks(String path) {
    Locks.lock(path);
    Locks.release(path);
  }

  /** The end of a channel is told to two of three. */
  static class WorkPool {
    private final Map<Object, StringBuilder> pool = new HashMap<>();
    private final java.util.Set<Object> ready = new java.util.HashSet<>();
    private final java.util.Set<Object> unlimited = new java.util.HashSet<>();

    void registerKey(Object key) {
      pool.putIfAbsent(key, new StringBuilder());
      ready.add(key);
    }

    void unlimit(Object key) {
      unlimited.add(key); // LEAK
    }

    void limit(Object key) {
      unlimited.remove(key);
    }

    void unregisterKey(Object key) {
      pool.remove(key);
      ready.remove(key);
    }
  }

  public static void works(WorkPool works, Object channel) {
    works.registerKey(channel);
    works.unlimit(channel);
    works.unregisterKey(channel);
  }
}
