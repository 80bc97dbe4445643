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
}
