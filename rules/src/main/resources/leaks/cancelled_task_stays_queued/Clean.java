package cancelled_task_stays_queued;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

public class Clean {
  static class Requests implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timeouts = new ScheduledThreadPoolExecutor(1);
    private final long millis;

    Requests(long millis) {
      this.millis = millis;
      timeouts.setRemoveOnCancelPolicy(true);
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

  /** Nothing is ever cancelled. */
  static class Later implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    void run(Runnable task, long millis) {
      clock.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
      clock.shutdownNow();
    }
  }

  /** Cancelled once, when all ends. */
  static class Delayed implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private ScheduledFuture<?> start;

    void run(Runnable task, long millis) {
      start = clock.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
      if (start != null) {
        start.cancel(false);
      }
      clock.shutdown();
    }
  }

  public static void use(CompletableFuture<String> answer) {
    try (Requests requests = new Requests(60_000);
        Later later = new Later();
        Delayed delayed = new Delayed()) {
      requests.send(answer);
      later.run(() -> {}, 10);
      delayed.run(() -> {}, 10);
    }
  }

  /** Wraps what its clock returns, and is not known to be cancelled by anyone. */
  static class Clock {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    ScheduledFuture<?> run(Runnable task, long millis) {
      return clock.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    void stop() {
      clock.shutdownNow();
    }

    static class Wrapped extends java.util.concurrent.FutureTask<Void> {
      private final ScheduledFuture<?> inner;

      Wrapped(Runnable task, ScheduledFuture<?> inner) {
        super(task, null);
        this.inner = inner;
      }

      @Override
      public boolean cancel(boolean interrupt) {
        return inner.cancel(interrupt) && super.cancel(interrupt);
      }
    }
  }

  public static void wraps(Runnable task) {
    Clock clock = new Clock();
    new Clock.Wrapped(task, clock.run(task, 10)).run();
    clock.stop();
  }

  /** Leaves the queue when cancelled. */
  static class Timed extends CompletableFuture<Void> implements ScheduledFuture<Void> {
    private final java.util.concurrent.DelayQueue<Timed> queue;
    private final Runnable task;
    private final long at;

    Timed(java.util.concurrent.DelayQueue<Timed> queue, Runnable task, long at) {
      this.queue = queue;
      this.task = task;
      this.at = at;
    }

    void run() {
      task.run();
      complete(null);
    }

    @Override
    public boolean cancel(boolean interrupt) {
      queue.remove(this);
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

  public static void times(java.util.concurrent.DelayQueue<Timed> queue, Runnable task) {
    Timed timed = new Timed(queue, task, System.nanoTime() + 1_000_000);
    queue.add(timed);
    timed.cancel(false);
  }

  /** Both know. */
  static class SingleThread implements java.util.function.Supplier<ScheduledExecutorService> {
    @Override
    public ScheduledExecutorService get() {
      return told(new java.util.concurrent.ScheduledThreadPoolExecutor(1));
    }

    private static ScheduledExecutorService told(
        java.util.concurrent.ScheduledThreadPoolExecutor executor) {
      executor.setRemoveOnCancelPolicy(true);
      return executor;
    }
  }

  static class ManyThreads implements java.util.function.Supplier<ScheduledExecutorService> {
    @Override
    public ScheduledExecutorService get() {
      java.util.concurrent.ScheduledThreadPoolExecutor executor =
          new java.util.concurrent.ScheduledThreadPoolExecutor(8);
      executor.setRemoveOnCancelPolicy(true);
      return executor;
    }
  }

  public static ScheduledExecutorService threads(int threads) {
    return threads == 1 ? new SingleThread().get() : new ManyThreads().get();
  }
}

/** Has its timer look from time to time. */
class PurgedWatchdog {
  private final java.util.Timer timer = new java.util.Timer(true);
  private int cancelled;

  java.util.TimerTask watch(java.sql.Statement statement, long millis) {
    java.util.TimerTask task = new Stop(statement);
    timer.schedule(task, millis);
    return task;
  }

  void done(java.util.TimerTask task) {
    task.cancel();
    if (++cancelled % 100 == 0) {
      timer.purge();
    }
  }

  void shutdown() {
    timer.cancel();
  }

  private static class Stop extends java.util.TimerTask {
    private final java.sql.Statement statement;

    Stop(java.sql.Statement statement) {
      this.statement = statement;
    }

    @Override
    public void run() {
      try {
        statement.cancel();
      } catch (java.sql.SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static void watches(java.sql.Statement statement, long millis) {
    PurgedWatchdog watchdog = new PurgedWatchdog();
    watchdog.done(watchdog.watch(statement, millis));
    watchdog.shutdown();
  }
}

/** Waits for the last key for half a second. */
class Typing {
  private final java.util.Timer timer = new java.util.Timer(true);
  private java.util.TimerTask last;

  void typed(Runnable search) {
    if (last != null) {
      last.cancel();
    }
    last =
        new java.util.TimerTask() {
          @Override
          public void run() {
            search.run();
          }
        };
    timer.schedule(last, 500);
  }

  void close() {
    timer.cancel();
  }

  static void types(Runnable search) {
    Typing typing = new Typing();
    typing.typed(search);
    typing.close();
  }
}

/** Waits for as long as its maker says, which is never long. */
class Patient {
  private final java.util.Timer timer = new java.util.Timer(true);
  private final long patience;
  private java.util.TimerTask last;

  Patient() {
    patience = 500;
  }

  void typed(Runnable search) {
    if (last != null) {
      last.cancel();
    }
    last =
        new java.util.TimerTask() {
          @Override
          public void run() {
            search.run();
          }
        };
    timer.schedule(last, patience);
  }

  void close() {
    timer.cancel();
  }

  static void types(Runnable search) {
    Patient patient = new Patient();
    patient.typed(search);
    patient.close();
  }
}

/** Takes what is cancelled out by hand, and looks for the rest from time to time. */
class PurgedTimeouts {
  private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);
  private int cancelled;

  ScheduledFuture<?> start(Runnable timeout, long millis) {
    return clock.schedule(timeout, millis, TimeUnit.MILLISECONDS);
  }

  void cancel(ScheduledFuture<?> timeout) {
    timeout.cancel(false);
    if (++cancelled % 50 == 0) {
      clock.purge();
    }
  }

  void stop() {
    clock.shutdownNow();
  }

  static void times(Runnable timeout, long millis) {
    PurgedTimeouts timeouts = new PurgedTimeouts();
    timeouts.cancel(timeouts.start(timeout, millis));
    timeouts.stop();
  }
}

/** Nobody cancels what it gives back; what is cancelled there is another thing. */
class Reminders {
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);

  ScheduledFuture<?> remind(long minutes, Runnable task) {
    return clock.schedule(task, minutes, TimeUnit.MINUTES);
  }

  void stop() {
    clock.shutdown();
  }
}

class Reminded {
  static void await(Reminders reminders, java.util.concurrent.FutureTask<?> other)
      throws Exception {
    ScheduledFuture<?> reminder = reminders.remind(10, () -> System.out.println("tea"));
    other.cancel(true);
    reminder.get();
    reminders.stop();
  }

  static void reminds() throws Exception {
    await(new Reminders(), new java.util.concurrent.FutureTask<>(() -> "nothing"));
  }
}

/** Taken back at once if the end has come in the meantime; nobody cancels it later. */
class LateReminders {
  private final Reminders reminders;
  private volatile boolean ended;

  LateReminders(Reminders reminders) {
    this.reminders = reminders;
  }

  ScheduledFuture<?> remind(long minutes, Runnable task) {
    ScheduledFuture<?> reminder = reminders.remind(minutes, task);
    if (ended && reminder.cancel(false)) {
      throw new IllegalStateException("ended");
    }
    return reminder;
  }

  void end() {
    ended = true;
    reminders.stop();
  }

  static void reminds() {
    LateReminders late = new LateReminders(new Reminders());
    late.remind(10, () -> System.out.println("tea"));
    late.end();
  }
}

/** What it notes down is another thing than what it has queued. */
class Bells {
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
  private final Sundial sundial;
  private final java.util.concurrent.Executor ringers;

  Bells(Sundial sundial, java.util.concurrent.Executor ringers) {
    this.sundial = sundial;
    this.ringers = ringers;
  }

  void ring(Runnable bell, Diary diary) {
    String hour = sundial.after(10, TimeUnit.MINUTES);
    ringers.execute(
        () -> {
          ScheduledFuture<?> rung = clock.schedule(bell, 10, TimeUnit.MINUTES);
          diary.note(hour);
          System.out.println(rung.getDelay(TimeUnit.SECONDS));
        });
  }

  void stop() {
    clock.shutdown();
  }

  interface Sundial {
    String after(long time, TimeUnit unit);
  }

  static class Diary {
    private String last;

    void note(String hour) {
      last = hour;
    }

    String last() {
      return last;
    }
  }

  static void rings(Sundial sundial) {
    Bells bells = new Bells(sundial, Runnable::run);
    Diary diary = new Diary();
    bells.ring(() -> System.out.println("noon"), diary);
    System.out.println(diary.last());
    bells.stop();
  }
}
