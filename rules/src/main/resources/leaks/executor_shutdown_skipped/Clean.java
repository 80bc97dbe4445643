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
