package executor_never_shut_down;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

public class Leaks {
  static class Mailer implements AutoCloseable {
    private final ExecutorService sender = Executors.newFixedThreadPool(2); // LEAK
    private int sent;

    void send(String mail) {
      sender.execute(() -> System.out.println(mail));
      sent++;
    }

    @Override
    public void close() {
      System.out.println(sent);
    }
  }

  /** Ends its task, but not the thread that would run it. */
  static class Poller {
    private final ScheduledExecutorService clock;
    private ScheduledFuture<?> task;

    Poller() {
      clock = Executors.newSingleThreadScheduledExecutor(); // LEAK
    }

    void start(Runnable poll) {
      task = clock.scheduleAtFixedRate(poll, 1, 1, TimeUnit.SECONDS);
    }

    void stop() {
      task.cancel(true);
    }
  }

  static class Crawler {
    private final ThreadPoolExecutor pages =
        new ThreadPoolExecutor(4, 8, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(99)); // LEAK

    Future<String> fetch(Callable<String> page) {
      return pages.submit(page);
    }
  }

  static class Server {
    private EventLoopGroup group;

    void start() {
      group = new NioEventLoopGroup(); // LEAK
    }

    boolean isUp() {
      return group != null && !group.isTerminated();
    }

    void stop() {
      group = null;
    }
  }

  static class Feed {
    private final Scheduler scheduler = Schedulers.newSingle("feed"); // LEAK

    void publish(Runnable news) {
      scheduler.schedule(news);
    }
  }

  public static void mailer(String mail) {
    Mailer mailer = new Mailer();
    mailer.send(mail);
    mailer.close();
  }

  public static void poller(Runnable poll) {
    Poller poller = new Poller();
    poller.start(poll);
    poller.stop();
  }

  public static String crawler(Callable<String> page)
      throws ExecutionException, InterruptedException {
    return new Crawler().fetch(page).get();
  }

  public static boolean server() {
    Server server = new Server();
    server.start();
    boolean up = server.isUp();
    server.stop();
    return up;
  }

  public static void feed(Runnable news) {
    new Feed().publish(news);
  }

  public static int local(List<Callable<Integer>> tasks)
      throws ExecutionException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(4); // LEAK
    int sum = 0;
    for (Future<Integer> result : pool.invokeAll(tasks)) {
      sum += result.get();
    }
    return sum;
  }

  public static void chained(Runnable task) {
    Executors.newScheduledThreadPool(1).execute(task); // LEAK
  }
}
