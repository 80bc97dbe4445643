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
}
