package executor_shutdown_skipped;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

public class Clean {
  private ExecutorService shared;

  /** Threads without work end by themselves, and nothing but them knows the pool. */
  static void startAll(List<Callable<String>> parts) throws Exception {
    ExecutorService starter =
        new java.util.concurrent.ThreadPoolExecutor(
            0, 8, 10, TimeUnit.SECONDS, new java.util.concurrent.SynchronousQueue<>());
    for (Callable<String> part : parts) {
      System.out.println(part.call());
      starter.execute(() -> System.out.println(part));
    }
    starter.shutdown();
  }

  static List<String> fetchAll(List<Callable<String>> tasks)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<String> results = new ArrayList<>();
      for (Future<String> future : pool.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdown();
    }
  }

  /** Shut down first: that only refuses further tasks. */
  static void runAll(List<Runnable> tasks) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    tasks.forEach(pool::execute);
    pool.shutdown();
    if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
      pool.shutdownNow();
    }
  }

  static String answer(Callable<String> task) {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      return pool.submit(task).get();
    } catch (ExecutionException | InterruptedException e) {
      return "";
    } finally {
      pool.shutdownNow();
    }
  }

  /** Kept, and ended by another method. */
  void start(Callable<String> task) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    shared = pool;
    pool.submit(task).get();
  }

  void stop() {
    shared.shutdown();
  }
}

/** Cancelled in any case; and one that a list keeps, which others go through. */
class CleanLimited {
  private static final java.util.List<java.util.Timer> TIMERS = new java.util.ArrayList<>();

  private static java.util.Timer limit(long millis) {
    java.util.Timer timer = new java.util.Timer(true);
    timer.schedule(
        new java.util.TimerTask() {
          @Override
          public void run() {
            System.out.println("late");
          }
        },
        millis);
    return timer;
  }

  private static java.util.Timer kept(long millis) {
    java.util.Timer timer = new java.util.Timer(true);
    TIMERS.add(timer);
    System.out.println(millis);
    return timer;
  }

  static String ask(java.util.concurrent.Callable<String> question) throws Exception {
    java.util.Timer timer = limit(500);
    try {
      return question.call();
    } finally {
      timer.cancel();
    }
  }

  static String askKept(java.util.concurrent.Callable<String> question) throws Exception {
    java.util.Timer timer = kept(500);
    String answer = question.call();
    timer.cancel();
    TIMERS.remove(timer);
    return answer;
  }

  static String askOnce(java.util.concurrent.Callable<String> question) throws Exception {
    try {
      return askKept(question);
    } finally {
      end();
    }
  }

  private static void end() {
    TIMERS.forEach(java.util.Timer::cancel);
    TIMERS.clear();
  }
}

/** Begins to poll when all else is there; a pool without work has no threads. */
class CleanPoller implements AutoCloseable {
  private final java.util.concurrent.ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(1);
  private final java.io.RandomAccessFile file;

  CleanPoller(java.io.File place, Runnable poll) throws java.io.IOException {
    file = new java.io.RandomAccessFile(place, "r");
    clock.scheduleWithFixedDelay(poll, 1, 1, java.util.concurrent.TimeUnit.SECONDS);
  }

  @Override
  public void close() throws java.io.IOException {
    clock.shutdownNow();
    file.close();
  }
}

/** Ends what it has begun where it cannot go on. */
class CleanReminder {
  private final java.util.Timer timer = new java.util.Timer("reminder", true);
  private final String text;

  CleanReminder(java.nio.file.Path note) throws java.io.IOException {
    try {
      text = java.nio.file.Files.readString(note);
    } catch (java.io.IOException e) {
      timer.cancel();
      throw e;
    }
  }

  void after(long time) {
    timer.schedule(
        new java.util.TimerTask() {
          @Override
          public void run() {
            System.out.println(text);
          }
        },
        time);
  }

  void stop() {
    timer.cancel();
  }
}
