package cancelled_task_stays_queued;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

public class Leaks {
  /** Most answers come in time; their timeouts stay in the queue, with request and answer. */
  static class Requests implements AutoCloseable {
    private final ScheduledExecutorService timeouts =
        Executors.newSingleThreadScheduledExecutor(); // LEAK
    private final long millis;

    Requests(long millis) {
      this.millis = millis;
    }

    void send(CompletableFuture<String> answer) {
      ScheduledFuture<?> timeout =
          timeouts.schedule(() -> answer.cancel(false), millis, TimeUnit.MILLISECONDS);
      answer.whenComplete((text, failure) -> timeout.cancel(false));
    }

    @Override
    public void close() {
      timeouts.shutdownNow();
    }
  }

  static class Sessions implements AutoCloseable {
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1); // LEAK
    private final Map<String, ScheduledFuture<?>> expiries = new ConcurrentHashMap<>();

    void touch(String id, long seconds) {
      ScheduledFuture<?> before =
          expiries.put(id, clock.schedule(() -> end(id), seconds, TimeUnit.SECONDS));
      if (before != null) {
        before.cancel(false);
      }
    }

    private void end(String id) {
      expiries.remove(id);
    }

    @Override
    public void close() {
      clock.shutdownNow();
      expiries.clear();
    }
  }

  public static void use(CompletableFuture<String> answer, String id) {
    try (Requests requests = new Requests(60_000);
        Sessions sessions = new Sessions()) {
      requests.send(answer);
      sessions.touch(id, 1800);
    }
  }

  /** A future of the program's own, for a queue of its own. */
  static class Delayed extends CompletableFuture<Void> implements ScheduledFuture<Void> {
    private final Runnable task;
    private final long at;

    Delayed(Runnable task, long at) {
      this.task = task;
      this.at = at;
    }

    void run() {
      task.run();
      complete(null);
    }

    @Override
    public boolean cancel(boolean interrupt) { // LEAK
      return super.cancel(interrupt);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(java.util.concurrent.Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }

  public static void delays(java.util.concurrent.DelayQueue<Delayed> queue, Runnable task) {
    Delayed delayed = new Delayed(task, System.nanoTime() + 1_000_000);
    queue.add(delayed);
    delayed.cancel(false);
  }

  /** Cancelled by the object that is given the handle. */
  static class Subscription {
    private ScheduledFuture<?> handle;

    void add(ScheduledFuture<?> task) {
      handle = task;
    }

    void unsubscribe() {
      if (handle != null) {
        handle.cancel(true);
      }
    }
  }

  static class Worker {
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1); // LEAK

    Subscription later(Runnable task, long millis) {
      Subscription subscription = new Subscription();
      subscription.add(clock.schedule(task, millis, TimeUnit.MILLISECONDS));
      return subscription;
    }

    void stop() {
      clock.shutdownNow();
    }
  }

  public static void works(Runnable task, long millis) {
    Worker worker = new Worker();
    worker.later(task, millis).unsubscribe();
    worker.stop();
  }
}

class Suppliers {
  /** Makes executors for others, who cancel most of what they schedule. */
  static class SingleThread implements java.util.function.Supplier<ScheduledExecutorService> {
    @Override
    public ScheduledExecutorService get() {
      java.util.concurrent.ScheduledThreadPoolExecutor executor =
          new java.util.concurrent.ScheduledThreadPoolExecutor(1);
      executor.setRemoveOnCancelPolicy(true);
      return executor;
    }
  }

  /** So does this one, and forgets what the other one knows. */
  static class ManyThreads implements java.util.function.Supplier<ScheduledExecutorService> {
    private final int threads;

    ManyThreads(int threads) {
      this.threads = threads;
    }

    @Override
    public ScheduledExecutorService get() {
      return new java.util.concurrent.ScheduledThreadPoolExecutor(threads); // LEAK
    }
  }

  static ScheduledExecutorService threads(int threads) {
    return threads == 1 ? new SingleThread().get() : new ManyThreads(threads).get();
  }
}

class Hours {
  /** An hour is a long time for a request that was answered at once. */
  static class Guard implements AutoCloseable {
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1); // LEAK

    CompletableFuture<String> guard(CompletableFuture<String> answer) {
      ScheduledFuture<?> timeout =
          clock.schedule(() -> answer.cancel(false), 1, TimeUnit.HOURS);
      answer.whenComplete((text, failure) -> timeout.cancel(false));
      return answer;
    }

    @Override
    public void close() {
      clock.shutdownNow();
    }
  }
}

/** Statements are over soon, and their tasks wait for hours. */
class Watchdog {
  private final java.util.Timer timer = new java.util.Timer(true); // LEAK

  java.util.TimerTask watch(java.sql.Statement statement, long millis) {
    java.util.TimerTask task =
        new java.util.TimerTask() {
          @Override
          public void run() {
            try {
              statement.cancel();
            } catch (java.sql.SQLException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    timer.schedule(task, millis);
    return task;
  }

  void done(java.util.TimerTask task) {
    task.cancel();
  }

  void shutdown() {
    timer.cancel();
  }

  static void watches(java.sql.Statement statement, long millis) {
    Watchdog watchdog = new Watchdog();
    watchdog.done(watchdog.watch(statement, millis));
    watchdog.shutdown();
  }
}

/** Gives the tasks to those who cancel them. */
class Deadlines {
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1); // LEAK

  ScheduledFuture<?> after(long minutes, Runnable task) {
    return clock.schedule(task, minutes, TimeUnit.MINUTES);
  }

  void stop() {
    clock.shutdown();
  }
}

class Booking {
  private final Deadlines deadlines;
  private ScheduledFuture<?> expiry;

  Booking(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  void reserve(Runnable release) {
    expiry = deadlines.after(30, release);
  }

  void pay() {
    expiry.cancel(false);
  }
}

class Bookings {
  static void book(Runnable release) {
    Deadlines deadlines = new Deadlines();
    Booking booking = new Booking(deadlines);
    booking.reserve(release);
    booking.pay();
    deadlines.stop();
  }
}

class Table {
  private final String room;
  private final int number;

  Table(String room, int number) {
    this.room = room;
    this.number = number;
  }

  @Override
  public String toString() {
    return room + number;
  }
}

interface Waiter {
  void clear(Table table);
}

/** What waits is a name, and the waiter whom the clock has anyway. */
class TableClock {
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(); // LEAK(low)
  private final Map<String, ScheduledFuture<?>> reminders = new ConcurrentHashMap<>();
  private final Waiter waiter;

  TableClock(Waiter waiter) {
    this.waiter = waiter;
  }

  void seat(Table table, long minutes) {
    ScheduledFuture<?> reminder =
        clock.schedule(new Clearing(waiter, table), minutes, TimeUnit.MINUTES);
    reminders.put(table.toString(), reminder);
  }

  void leave(Table table) {
    ScheduledFuture<?> reminder = reminders.remove(table.toString());
    if (reminder != null) {
      reminder.cancel(false);
    }
  }

  void close() {
    clock.shutdown();
  }

  static class Clearing implements Runnable {
    private final Waiter waiter;
    private final Table table;

    Clearing(Waiter waiter, Table table) {
      this.waiter = waiter;
      this.table = table;
    }

    @Override
    public void run() {
      waiter.clear(table);
    }
  }
}

/** What waits holds the page that it is about. */
class PageClock {
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(); // LEAK
  private ScheduledFuture<?> printing;

  void print(byte[] page, String name, long minutes) {
    printing =
        clock.schedule(
            () -> System.out.println(name + page.length), minutes, TimeUnit.MINUTES);
  }

  void forget() {
    printing.cancel(false);
  }

  void close() {
    clock.shutdown();
  }
}

class Clocks {
  static void run(Waiter waiter, byte[] page) {
    TableClock tables = new TableClock(waiter);
    tables.seat(new Table("hall", 7), 90);
    tables.leave(new Table("hall", 7));
    tables.close();
    PageClock pages = new PageClock();
    pages.print(page, "menu", 90);
    pages.forget();
    pages.close();
  }
}
