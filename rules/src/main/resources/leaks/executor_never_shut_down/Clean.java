package executor_never_shut_down;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class Clean {
  static class Mailer implements AutoCloseable {
    private final ExecutorService sender = Executors.newFixedThreadPool(2);

    void send(String mail) {
      sender.execute(() -> System.out.println(mail));
    }

    @Override
    public void close() throws InterruptedException {
      sender.shutdown();
      if (!sender.awaitTermination(10, TimeUnit.SECONDS)) {
        sender.shutdownNow();
      }
    }
  }

  /** Ended by a method that knows how. */
  static class Poller {
    private ScheduledExecutorService clock;

    void start(Runnable poll) {
      clock = Executors.newSingleThreadScheduledExecutor();
      clock.scheduleAtFixedRate(poll, 1, 1, TimeUnit.SECONDS);
    }

    void stop() {
      end(clock);
    }

    private static void end(ExecutorService executor) {
      if (executor != null) {
        executor.shutdownNow();
      }
    }
  }

  /** Serves the whole life of the program. */
  static final class Background {
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    static Future<?> run(Runnable task) {
      return THREADS.submit(task);
    }
  }

  /** Not its own: whoever gave it ends it. */
  static class Borrower {
    private final ExecutorService executor;

    Borrower(ExecutorService executor) {
      this.executor = executor;
    }

    void run(Runnable task) {
      executor.execute(task);
    }
  }

  private static class Workers {
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    ExecutorService threads() {
      return threads;
    }
  }

  static class Importer implements AutoCloseable {
    private final Workers workers = new Workers();

    void run(Runnable task) {
      workers.threads().execute(task);
    }

    @Override
    public void close() {
      workers.threads().shutdown();
    }
  }

  public static ExecutorService given(int threads) {
    return Executors.newFixedThreadPool(threads);
  }

  public static int local(List<Callable<Integer>> tasks)
      throws ExecutionException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      int sum = 0;
      for (Future<Integer> result : pool.invokeAll(tasks)) {
        sum += result.get();
      }
      return sum;
    } finally {
      pool.shutdown();
    }
  }

  public static Borrower handedOn() {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    return new Borrower(pool);
  }

  public static void use(String mail, Runnable task) throws InterruptedException {
    try (Mailer mailer = new Mailer()) {
      mailer.send(mail);
    }
    try (Importer importer = new Importer()) {
      importer.run(task);
    }
    Poller poller = new Poller();
    poller.start(task);
    poller.stop();
    Background.run(task);
    handedOn().run(task);
    ExecutorService pool = given(1);
    new Borrower(pool).run(task);
    pool.shutdown();
  }

  /** Its threads end when there is nothing to do. */
  static class Fallback {
    private static volatile ExecutorService executor;

    static void run(Runnable task) {
      if (executor == null) {
        synchronized (Fallback.class) {
          if (executor == null) {
            executor =
                new java.util.concurrent.ThreadPoolExecutor(
                    0,
                    1,
                    10,
                    TimeUnit.MILLISECONDS,
                    new java.util.concurrent.LinkedBlockingQueue<>());
          }
        }
      }
      executor.execute(task);
    }
  }

  public static void fallsBack(Runnable task) {
    Fallback.run(task);
  }

  public static com.google.common.util.concurrent.ListenableFuture<String> asks(
      Callable<String> question, ExecutorService shared) {
    return com.google.common.util.concurrent.Futures.submit(question, shared);
  }
}
