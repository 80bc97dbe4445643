package shutdown_hook_never_removed;

import java.io.Closeable;

public class Clean {
  static class Store implements Closeable {
    private final Thread hook = new Thread(this::flush);

    Store() {
      Runtime.getRuntime().addShutdownHook(hook);
    }

    void flush() {
      System.out.println("flushed");
    }

    @Override
    public void close() {
      flush();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        System.out.println("the hook itself closes");
      }
    }
  }

  enum Metrics {
    INSTANCE;

    void start() {
      Runtime.getRuntime().addShutdownHook(new Thread(this::report));
    }

    private void report() {
      System.out.println(this);
    }
  }

  static class Native {
    static {
      Runtime.getRuntime().addShutdownHook(new Thread(Native::unload));
    }

    static void unload() {
      System.out.println("unloaded");
    }
  }

  static class Postgres implements Closeable {
    private final StringBuilder log = new StringBuilder();
    private final Thread closer = newCloser();

    void launch(String directory) {
      log.append(directory);
      Runtime.getRuntime().addShutdownHook(closer);
    }

    private Thread newCloser() {
      return new Thread(this::end);
    }

    private void end() {
      log.append("closed");
    }

    @Override
    public void close() {
      Runtime.getRuntime().removeShutdownHook(closer);
      end();
    }
  }


  static class Server {
    private final int port;

    Server(int port) {
      this.port = port;
    }

    void stop() {
      System.out.println("stopped " + port);
    }

    public static void main(String[] arguments) {
      Server server = new Server(arguments.length);
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    }
  }

  public static void storeIsClosed() {
    new Store().close();
  }

  public static void metricsStart() {
    Metrics.INSTANCE.start();
  }

  public static void classIsLoaded() {
    Native.unload();
  }

  /** There is one, and it starts one time only. */
  static class Container {
    private static final Container INSTANCE = new Container();
    private boolean started;

    static Container get() {
      return INSTANCE;
    }

    synchronized void start() {
      if (started) {
        return;
      }
      started = true;
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    synchronized void stop() {
      System.out.println("stops");
    }
  }

  public static void containerStarts() {
    Container.get().start();
  }
}

/** A method gives the one hook that there is. */
class OneHook implements Closeable {
  private final StringBuilder lines = new StringBuilder();
  private Thread hook;

  void open() {
    Runtime.getRuntime().addShutdownHook(hook());
  }

  private Thread hook() {
    if (hook == null) {
      hook = new Thread(() -> System.out.println(lines));
    }
    return hook;
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook());
  }
}

/** Made anew, but equal to the one before. */
class EqualListeners {
  record Named(String name) implements java.beans.PropertyChangeListener {
    @Override
    public void propertyChange(java.beans.PropertyChangeEvent event) {
      System.out.println(name + event.getNewValue());
    }
  }

  private static Named named(String name) {
    return new Named(name);
  }

  static void watch(java.beans.PropertyChangeSupport source, Runnable work) {
    source.addPropertyChangeListener(named("a"));
    work.run();
    source.removePropertyChangeListener(named("a"));
  }
}

/** The hook is taken back by a helper of the program. */
class Uploads implements AutoCloseable {
  private final Thread hook = new Thread(this::flush);
  private final StringBuilder waiting = new StringBuilder();

  Uploads() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void flush() {
    waiting.setLength(0);
  }

  @Override
  public void close() {
    flush();
    Hooks.takeBack(hook);
  }
}

class Hooks {
  private Hooks() {}

  static boolean takeBack(Thread hook) {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return false; // the JVM is going down
    }
  }

  /** One pool for good, and one hook. */
  static class Background {
    private java.util.concurrent.ExecutorService pool;

    synchronized void start() {
      if (pool == null) {
        pool =
            com.google.common.util.concurrent.MoreExecutors.getExitingExecutorService(
                new java.util.concurrent.ThreadPoolExecutor(
                    4, 4, 0, java.util.concurrent.TimeUnit.SECONDS,
                    new java.util.concurrent.LinkedBlockingQueue<>(100)));
      }
    }

    void run(Runnable work) {
      pool.execute(work);
    }

    void stop() {
      pool.shutdown();
    }
  }
}
