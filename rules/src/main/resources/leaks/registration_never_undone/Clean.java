package registration_never_undone;

import java.util.ArrayList;
import java.util.List;

public class Clean {
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

  /** Inherits it. */
  static class Tap extends Valve {
    private int drops;

    Tap(Engine engine) {
      super(engine);
      engine.addPart(() -> drops = 0);
    }

    @Override
    public void close() {
      drops = 0;
      super.close();
    }
  }

  /** Has no end of its own: it lives as long as the engine. */
  static class Casing {
    private int opened;

    Casing(Engine engine) {
      engine.addPart(() -> opened++);
    }

    int opened() {
      return opened;
    }
  }

  public static void use() throws Exception {
    Engine engine = new Engine();
    try (Pump pump = new Pump(engine);
        Tap tap = new Tap(engine)) {
      System.out.println(pump + " " + tap + " " + new Casing(engine).opened());
    }
    engine.stop();
  }

  /** Each piece of work leaves when it is done; the doorman stays as long as the house. */
  static class House {
    private final java.util.Set<Worker> workers = java.util.concurrent.ConcurrentHashMap.newKeySet();
    private final Worker doorman = new Worker();

    House() {
      workers.add(doorman);
    }

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
        leave(worker);
      }
    }

    String clean() {
      Worker worker = new Worker();
      workers.add(worker);
      try {
        return worker.work("clean") + doorman.work("open");
      } finally {
        leave(worker);
      }
    }

    private void leave(Worker worker) {
      workers.remove(worker);
    }
  }

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

  static class Caller implements AutoCloseable {
    private final Gauges gauges;

    Caller(String name) {
      gauges = new Gauges(name);
    }

    void call() {
      gauges.called();
    }

    @Override
    public void close() {
      gauges.unregister();
    }
  }

  public static int calls(String name) {
    House house = new House();
    System.out.println(house.paint() + house.clean());
    house.close();
    try (Caller caller = new Caller(name)) {
      caller.call();
    }
    return Gauges.total();
  }
}
