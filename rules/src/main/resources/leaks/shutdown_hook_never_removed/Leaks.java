package shutdown_hook_never_removed;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

public class Leaks {
  static class Store implements Closeable {
    private final List<String> rows = new ArrayList<>();

    Store() {
      Runtime.getRuntime().addShutdownHook(new Thread(this::flush)); // LEAK
    }

    void flush() {
      System.out.println(rows);
    }

    @Override
    public void close() {
      flush();
    }
  }

  static class Workspace {
    private final File folder;

    Workspace(File folder) {
      this.folder = folder;
    }

    void open() {
      Runtime.getRuntime()
          .addShutdownHook( // LEAK
              new Thread("workspace cleaner") {
                @Override
                public void run() {
                  System.out.println("deletes " + folder);
                }
              });
    }

    void close() {
      System.out.println("closed " + folder);
    }
  }

  static class Agent {
    private final Thread hook = new Thread(() -> System.out.println("bye"));

    void start() {
      Runtime.getRuntime().addShutdownHook(hook); // LEAK
    }

    void stop() {
      System.out.println("stopped");
    }
  }

  static class Scratch {
    static Path create() throws IOException {
      Path folder = Files.createTempDirectory("scratch");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder))); // LEAK(low)
      return folder;
    }

    private static void delete(Path folder) {
      System.out.println("deletes " + folder);
    }
  }

  public static void storeIsClosed() {
    try (Store store = new Store()) {
      store.flush();
    }
  }

  public static void workspaceIsClosed(File folder) {
    Workspace workspace = new Workspace(folder);
    workspace.open();
    workspace.close();
  }

  public static void agentIsStopped() {
    Agent agent = new Agent();
    agent.start();
    agent.stop();
  }

  public static Path scratchPerCall() throws IOException {
    return Scratch.create();
  }

  /** A class inside the engine registers it, and the engine can be closed. */
  static class Engine implements AutoCloseable {
    private boolean open = true;

    static class Hook extends Thread {
      private final Engine engine;

      Hook(Engine engine) {
        this.engine = engine;
      }

      static void install(Engine engine) {
        Runtime.getRuntime().addShutdownHook(new Hook(engine)); // LEAK
      }

      @Override
      public void run() {
        engine.close();
      }
    }

    @Override
    public void close() {
      open = false;
    }

    boolean isOpen() {
      return open;
    }
  }

  static boolean runs(Engine engine) {
    Engine.Hook.install(engine);
    return engine.isOpen();
  }

  /** There is one, but it can be stopped and started again: a hook for each time. */
  static class Container {
    private static final Container INSTANCE = new Container();
    private boolean running;

    static Container get() {
      return INSTANCE;
    }

    synchronized void start() {
      if (!running) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop)); // LEAK
        running = true;
      }
    }

    synchronized void stop() {
      System.out.println("stops");
      running = false;
    }
  }

  public static void restart() {
    Container.get().stop();
    Container.get().start();
  }

  /** Another method makes the hook, and nobody keeps it to take it back. */
  static class Postgres implements Closeable {
    private final StringBuilder log = new StringBuilder();

    Postgres(String directory) {
      log.append(directory);
      launch();
    }

    private void launch() {
      log.append("launched");
      Runtime.getRuntime().addShutdownHook(newCloser()); // LEAK
    }

    private Thread newCloser() {
      Thread closer =
          new Thread(
              new Runnable() {
                @Override
                public void run() {
                  Postgres.this.close();
                }
              });
      closer.setName("closer");
      return closer;
    }

    @Override
    public void close() {
      log.append("closed");
    }
  }

  public static int launches(String directory) {
    try (Postgres postgres = new Postgres(directory)) {
      return postgres.log.length();
    }
  }

  /** Many tools run with it, some of them from other programs. */
  public static class Tool {
    private final String name;

    public Tool(String name) {
      this.name = name;
    }

    public boolean runTool(String... arguments) {
      Thread hook = new Thread(() -> System.out.println(name + " was interrupted"));
      Runtime.getRuntime().addShutdownHook(hook); // LEAK
      return arguments.length > 0;
    }
  }
}

class ListTool {
  public static void main(String[] arguments) {
    new Leaks.Tool("list").runTool(arguments);
  }
}

class CopyTool {
  public static void main(String[] arguments) {
    new Leaks.Tool("copy").runTool(arguments);
  }
}

class MoveTool {
  public static void main(String[] arguments) {
    new Leaks.Tool("move").runTool(arguments);
  }
}

/** Takes back another thread than the one it has registered. */
class Journal implements Closeable {
  private final java.io.Writer out;

  Journal(java.io.Writer out) {
    this.out = out;
    Thread saves = saver("journal");
    Runtime.getRuntime().addShutdownHook(saves); // LEAK
  }

  private Thread saver(String name) {
    Thread saver = new Thread(this::save);
    saver.setName(name);
    return saver;
  }

  void save() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    save();
    Runtime.getRuntime().removeShutdownHook(saver("journal"));
  }

  /** Each batch leaves a hook, and its pool with it. */
  static class Batches {
    static void run(java.util.List<Runnable> batch) throws InterruptedException {
      java.util.concurrent.ExecutorService pool =
          com.google.common.util.concurrent.MoreExecutors.getExitingExecutorService( // LEAK
              new java.util.concurrent.ThreadPoolExecutor(
                  4, 4, 0, java.util.concurrent.TimeUnit.SECONDS,
                  new java.util.concurrent.LinkedBlockingQueue<>()));
      batch.forEach(pool::execute);
      pool.shutdown();
      pool.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES);
    }
  }
}
