package executor_shutdown_skipped;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

public class Leaks {
  static List<String> fetchAll(List<Callable<String>> tasks)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(4); // LEAK
    List<String> results = new ArrayList<>();
    for (Future<String> future : pool.invokeAll(tasks)) {
      results.add(future.get());
    }
    pool.shutdown();
    return results;
  }

  static String first(List<Callable<String>> tasks) {
    ExecutorService pool = Executors.newFixedThreadPool(tasks.size()); // LEAK
    List<Future<String>> futures = new ArrayList<>();
    for (Callable<String> task : tasks) {
      futures.add(pool.submit(task));
    }
    for (Future<String> future : futures) {
      try {
        String answer = future.get();
        if (!answer.isEmpty()) {
          pool.shutdownNow();
          return answer;
        }
      } catch (ExecutionException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    pool.shutdown();
    return "";
  }

  static boolean ping(Runnable probe) throws InterruptedException {
    ExecutorService pool = Executors.newSingleThreadExecutor(); // LEAK
    pool.execute(probe);
    boolean ended = pool.awaitTermination(1, TimeUnit.SECONDS);
    pool.shutdownNow();
    return ended;
  }
}

/** Made by a method of its own, and cancelled only where nothing throws. */
class Limited {
  private static java.util.Timer limit(Thread worker, long millis) {
    java.util.Timer timer = new java.util.Timer(true);
    timer.schedule(
        new java.util.TimerTask() {
          @Override
          public void run() {
            worker.interrupt();
          }
        },
        millis);
    return timer;
  }

  static String ask(Callable<String> question) throws Exception {
    java.util.Timer timer = limit(Thread.currentThread(), 500); // LEAK
    String answer = question.call();
    timer.cancel();
    return answer;
  }
}

/** Has begun to poll by the time that there turns out to be nothing to poll. */
class Poller implements AutoCloseable {
  private final java.util.concurrent.ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(1); // LEAK
  private final java.io.RandomAccessFile file;

  Poller(java.io.File place, Runnable poll) throws java.io.IOException {
    clock.scheduleWithFixedDelay(poll, 1, 1, java.util.concurrent.TimeUnit.SECONDS);
    file = new java.io.RandomAccessFile(place, "r");
  }

  @Override
  public void close() throws java.io.IOException {
    clock.shutdownNow();
    file.close();
  }
}

/** A timer runs as soon as it is made. */
class Reminder {
  private final java.util.Timer timer;
  private final String text;

  Reminder(java.nio.file.Path note) throws java.io.IOException {
    timer = new java.util.Timer("reminder", true); // LEAK
    text = java.nio.file.Files.readString(note);
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
