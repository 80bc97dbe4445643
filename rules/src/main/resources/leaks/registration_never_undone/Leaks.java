package registration_never_undone;

import java.util.ArrayList;
import java.util.List;

public class Leaks {
  static class Engine {
    private final List<AutoCloseable> parts = new ArrayList<>();

    void addPart(AutoCloseable part) {
      parts.add(part);
    }

    void removePart(AutoCloseable part) {
      parts.remove(part);
    }

    void stop() throws Exception {
      for (AutoCloseable part : parts) {
        part.close();
      }
    }
  }

  static class Pump implements AutoCloseable {
    private final Engine engine;

    Pump(Engine engine) {
      this.engine = engine;
      engine.addPart(this);
    }

    @Override
    public void close() {
      engine.removePart(this);
    }
  }

  static class Valve implements AutoCloseable {
    private final Engine engine;

    Valve(Engine engine) {
      this.engine = engine;
      engine.addPart(this);
    }

    @Override
    public void close() {
      engine.removePart(this);
    }
  }

  /** Registered by whoever makes it, and forgets to leave. */
  static class Filter implements AutoCloseable {
    private boolean closed;

    boolean isClosed() {
      return closed;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  static class Tank implements AutoCloseable {
    private int level;

    Tank(Engine engine) {
      engine.addPart(this); // LEAK
    }

    int level() {
      return level;
    }

    @Override
    public void close() {
      level = 0;
    }
  }

  static Filter filter(Engine engine) {
    Filter filter = new Filter();
    engine.addPart(filter); // LEAK
    return filter;
  }

  public static void use(boolean tank) throws Exception {
    Engine engine = new Engine();
    try (Pump pump = new Pump(engine);
        Valve valve = new Valve(engine);
        Filter filter = filter(engine);
        Tank full = new Tank(engine)) {
      System.out.println(pump + " " + valve + " " + filter.isClosed() + " " + full.level());
    }
    engine.stop();
  }

  /** Work that is told when the house is closed; one kind of work does not leave. */
  static class House {
    private final java.util.Set<Worker> workers = java.util.concurrent.ConcurrentHashMap.newKeySet();

    static class Worker {
      private volatile boolean closed;

      void close() {
        closed = true;
      }

      String work(String what) {
        return closed ? "" : what;
      }
    }

    void close() {
      workers.forEach(Worker::close);
    }

    String paint() {
      Worker worker = new Worker();
      workers.add(worker);
      try {
        return worker.work("paint");
      } finally {
        workers.remove(worker);
      }
    }

    String clean() {
      Worker worker = new Worker();
      workers.add(worker); // LEAK
      return worker.work("clean");
    }
  }

  /** Registers itself as it is made. */
  static class Gauges {
    private static final java.util.Map<String, Gauges> ALL =
        new java.util.concurrent.ConcurrentHashMap<>();
    private final String name;
    private int calls;

    Gauges(String name) {
      this.name = name;
      ALL.put(name, this);
    }

    void called() {
      calls++;
    }

    void unregister() {
      ALL.remove(name);
    }

    static int total() {
      return ALL.values().stream().mapToInt(gauges -> gauges.calls).sum();
    }
  }

  static class Caller {
    private final Gauges gauges; // LEAK

    Caller(String name) {
      gauges = new Gauges(name);
    }

    void call() {
      gauges.called();
    }
  }

  public static int calls(String name) {
    House house = new House();
    System.out.println(house.paint() + house.clean());
    house.close();
    new Caller(name).call();
    return Gauges.total();
  }

  /** Neither method is named after what it does; the other one takes out what this one put in. */
  static class Floor {
    private final java.util.Map<String, Lamp> lit = new java.util.HashMap<>();

    void lightUp(String room, Lamp lamp) {
      lit.put(room, lamp);
    }

    void darken(String room) {
      lit.remove(room);
    }

    int brightness() {
      return lit.values().stream().mapToInt(Lamp::watts).sum();
    }
  }

  static class Lamp {
    private final int watts;
    private boolean broken;

    Lamp(Floor floor, String room, int watts) {
      this.watts = watts;
      floor.lightUp(room, this); // LEAK
    }

    int watts() {
      return broken ? 0 : watts;
    }

    void dispose() {
      broken = true;
    }
  }

  static int evening(Floor floor) {
    Lamp lamp = new Lamp(floor, "attic", 40);
    lamp.dispose();
    return floor.brightness();
  }
}
