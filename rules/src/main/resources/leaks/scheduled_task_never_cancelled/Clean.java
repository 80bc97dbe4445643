package scheduled_task_never_cancelled;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

public class Clean {
  static final ScheduledExecutorService CLOCK = Executors.newScheduledThreadPool(1);

  static class Connection implements AutoCloseable {
    private final ScheduledFuture<?> heart;
    private int beats;

    Connection() {
      heart = CLOCK.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    private void beat() {
      beats++;
    }

    @Override
    public void close() {
      heart.cancel(false);
    }
  }

  /** The clock is its own and ends with it. */
  static class Poller implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private long seen;

    void start() {
      clock.scheduleWithFixedDelay(() -> seen++, 0, 5, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      clock.shutdownNow();
    }
  }

  /** It was given the clock, and ends it. */
  static class Owner implements AutoCloseable {
    private final ScheduledExecutorService clock;
    private long seen;

    Owner(ScheduledExecutorService clock) {
      this.clock = clock;
    }

    void start() {
      clock.scheduleWithFixedDelay(() -> seen++, 0, 5, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      clock.shutdown();
    }
  }

  /** The task ends by itself. */
  static class Countdown {
    private static final Timer TIMER = new Timer(true);
    private int left = 10;

    void start() {
      TIMER.schedule(
          new TimerTask() {
            @Override
            public void run() {
              if (left-- == 0) {
                cancel();
              }
            }
          },
          1000,
          1000);
    }

    void stop() {
      System.out.println(left);
    }
  }

  /** Runs once. */
  static class Later {
    private int done;

    void run() {
      CLOCK.schedule(() -> done++, 1, TimeUnit.SECONDS);
    }

    void close() {
      System.out.println(done);
    }
  }

  /** Serves the whole life of the program. */
  public static void main(String[] arguments) {
    CLOCK.scheduleAtFixedRate(() -> System.out.println("up"), 1, 1, TimeUnit.MINUTES);
  }

  public static void use() {
    new Connection().close();
    try (Poller poller = new Poller();
        Owner owner = new Owner(Executors.newScheduledThreadPool(1))) {
      poller.start();
      owner.start();
    }
    Countdown countdown = new Countdown();
    countdown.start();
    countdown.stop();
    Later later = new Later();
    later.run();
    later.close();
  }

  /** Its task lets it go. */
  static class FileWatch {
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final java.io.File file;

    FileWatch(java.io.File file) {
      this.file = file;
      clock.scheduleWithFixedDelay(new Look(this), 1, 1, TimeUnit.SECONDS);
    }

    @Override
    @SuppressWarnings("removal")
    protected void finalize() throws Throwable {
      clock.shutdownNow();
      super.finalize();
    }

    static class Look implements Runnable {
      private final java.lang.ref.WeakReference<FileWatch> watch;

      Look(FileWatch watch) {
        this.watch = new java.lang.ref.WeakReference<>(watch);
      }

      @Override
      public void run() {
        FileWatch current = watch.get();
        if (current != null) {
          System.out.println(current.file.lastModified());
        }
      }
    }
  }

  static class Client {
    private static final long PATIENCE = 100;
    private final ScheduledExecutorService clock;
    private final java.util.concurrent.ExecutorService workers;

    Client(ScheduledExecutorService clock, java.util.concurrent.ExecutorService workers) {
      this.clock = clock;
      this.workers = workers;
    }

    /** Cancels the timeout when the answer has come. */
    java.util.concurrent.CompletableFuture<String> ask(
        java.util.function.Supplier<String> question, long patience) {
      java.util.concurrent.CompletableFuture<String> answer =
          java.util.concurrent.CompletableFuture.supplyAsync(question, workers);
      ScheduledFuture<?> timeout =
          clock.schedule(() -> answer.cancel(true), patience, TimeUnit.MILLISECONDS);
      answer.whenComplete((text, failure) -> timeout.cancel(false));
      return answer;
    }

    /** Is over soon. */
    java.util.concurrent.Future<String> askSoon(java.util.concurrent.Callable<String> question) {
      java.util.concurrent.Future<String> answer = workers.submit(question);
      clock.schedule(() -> answer.cancel(true), PATIENCE, TimeUnit.MILLISECONDS);
      return answer;
    }
  }

  static String asks(ScheduledExecutorService clock, java.io.File file, long patience) {
    Client client = new Client(clock, clock);
    return client.ask(() -> "yes", patience).isDone()
        + " "
        + client.askSoon(() -> "yes").isDone()
        + new FileWatch(file);
  }

  /** The task does the work, and gives up only where that fails. */
  static java.util.concurrent.CompletableFuture<String> later(
      ScheduledExecutorService clock, java.util.function.Supplier<String> work, long delay) {
    java.util.concurrent.CompletableFuture<String> answer =
        new java.util.concurrent.CompletableFuture<>();
    clock.schedule(
        () -> {
          try {
            answer.complete(work.get());
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        },
        delay,
        TimeUnit.MILLISECONDS);
    return answer;
  }

  /** Who gets the ticks. */
  interface Subscriber {
    boolean onTick(long count);
  }

  /** Ends by an exception when nobody listens any more: what throws is not run again. */
  static class Ticks {
    private final ScheduledExecutorService clock;

    Ticks(ScheduledExecutorService clock) {
      this.clock = clock;
    }

    void subscribe(Subscriber subscriber) {
      clock.scheduleAtFixedRate(
          () -> {
            if (!subscriber.onTick(1)) {
              throw new java.util.concurrent.CancellationException("nobody listens");
            }
          },
          0,
          1,
          TimeUnit.SECONDS);
    }

    /** The caller gets the handle. */
    java.util.concurrent.Future<?> repeat(Subscriber subscriber) {
      return clock.scheduleAtFixedRate(() -> subscriber.onTick(2), 0, 1, TimeUnit.SECONDS);
    }
  }

  static boolean ticks(Ticks ticks, Subscriber subscriber) {
    ticks.subscribe(subscriber);
    return ticks.repeat(subscriber).cancel(false);
  }

  /** One for the whole program, made as it starts. */
  static class CoarseClock {
    private static final CoarseClock CLOCK = new CoarseClock(Clean.CLOCK);
    private volatile long now = System.currentTimeMillis();

    private CoarseClock(ScheduledExecutorService clock) {
      clock.scheduleAtFixedRate(
          () -> now = System.currentTimeMillis(), 1, 1, TimeUnit.MILLISECONDS);
    }
  }

  static long now() {
    return CoarseClock.CLOCK.now;
  }

  /** Looks whether it is still wanted before it puts itself back. */
  public static class Meeting implements AutoCloseable {
    private final ScheduledExecutorService clock;
    private volatile boolean closed;
    private long ticks;

    public Meeting(ScheduledExecutorService clock) {
      this.clock = clock;
    }

    public void start() {
      tick();
    }

    private void tick() {
      ticks++;
      if (!closed) {
        clock.schedule(this::tick, 10, TimeUnit.SECONDS);
      }
    }

    long ticks() {
      return ticks;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** The clock is its own, and ends with it. */
  public static class Poll implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private long polls;

    public void poll() {
      polls++;
      clock.schedule(this::poll, 10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      clock.shutdownNow();
    }
  }

  static long sessions(ScheduledExecutorService clock) {
    try (Meeting session = new Meeting(clock);
        Poll poll = new Poll()) {
      session.start();
      poll.poll();
      return session.ticks();
    }
  }
}

/** Keeps its one part for good, and ends its clock with it. */
class Station implements AutoCloseable {
  private final ScheduledExecutorService clock =
      new java.util.concurrent.ScheduledThreadPoolExecutor(1);
  private final Report report = new Report(this);

  ScheduledExecutorService clock() {
    return clock;
  }

  /** Gets the handle of its task. */
  Reading read(String topic) {
    return new Reading(this, topic);
  }

  @Override
  public void close() {
    report.close();
    clock.shutdownNow();
  }

  static boolean reads() {
    try (Station station = new Station();
        Reading reading = station.read("news")) {
      return reading.receive("a");
    }
  }
}

class Report implements AutoCloseable {
  private int written;

  Report(Station station) {
    station.clock().scheduleAtFixedRate(this::write, 60, 60, TimeUnit.SECONDS);
  }

  private void write() {
    written++;
  }

  @Override
  public void close() {
    System.out.println(written);
  }
}

class Reading implements AutoCloseable {
  private final ScheduledFuture<?> counting;
  private final java.util.concurrent.BlockingQueue<String> incoming =
      new java.util.concurrent.ArrayBlockingQueue<>(100);

  Reading(Station station, String topic) {
    counting =
        station
            .clock()
            .scheduleAtFixedRate(
                () -> System.out.println(topic + incoming.size()), 60, 60, TimeUnit.SECONDS);
  }

  boolean receive(String text) {
    return incoming.offer(text);
  }

  @Override
  public void close() {
    counting.cancel(false);
  }
}

/** The container makes one, and ends it with the clock. */
class Beans {
  @org.springframework.context.annotation.Bean
  Reported report(Station station) {
    return new Reported(station);
  }
}

class Reported implements AutoCloseable {
  private int written;

  Reported(Station station) {
    station.clock().scheduleAtFixedRate(this::write, 60, 60, TimeUnit.SECONDS);
  }

  private void write() {
    written++;
  }

  @Override
  public void close() {
    System.out.println(written);
  }
}

/** Ends the beat before it starts another one. */
class CleanUplink {
  private final ScheduledExecutorService clock;
  private ScheduledFuture<?> beat;
  private volatile long last;

  CleanUplink(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void open() {
    beat = clock.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  void reconnect() {
    close();
    open();
  }

  private void beat() {
    last = System.nanoTime();
  }

  void close() {
    if (beat != null) {
      beat.cancel(true);
    }
  }
}

/** Ends the clock itself, and all that beats with it. */
class OtherUplink {
  private ScheduledExecutorService clock;
  private ScheduledFuture<?> beat;
  private volatile long last;

  void open() {
    clock = Executors.newScheduledThreadPool(1);
    beat = clock.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  void reconnect() {
    shutdown();
    open();
  }

  private void beat() {
    last = System.nanoTime();
  }

  void pause() {
    beat.cancel(true);
  }

  void shutdown() {
    clock.shutdownNow();
  }
}

/** Gives itself to the shared timer; its owner has it, and cancels it. */
class Idle implements AutoCloseable {
  private static final Timer TIMER = new Timer("idle", true);
  private final Watch watch;
  private volatile long last = System.nanoTime();

  Idle() {
    watch = new Watch(this);
  }

  void touch() {
    last = System.nanoTime();
  }

  @Override
  public void close() {
    watch.cancel();
  }

  static final class Watch extends TimerTask {
    private final Idle idle;

    Watch(Idle idle) {
      this.idle = idle;
      TIMER.schedule(this, 100, 100);
    }

    @Override
    public void run() {
      if (System.nanoTime() - idle.last > 1_000_000) {
        System.out.println("idle");
      }
    }
  }
}

/** Cleans itself now and then in somebody else's clock, until it is told to end. */
class CleanAttic {
  private final java.util.List<String> boxes = new java.util.concurrent.CopyOnWriteArrayList<>();
  private final ScheduledFuture<?> cleaning;

  CleanAttic(ScheduledExecutorService clock) {
    cleaning = clock.scheduleWithFixedDelay(this::clean, 1, 1, TimeUnit.HOURS);
  }

  void add(String box) {
    boxes.add(box);
  }

  private void clean() {
    boxes.removeIf(String::isEmpty);
  }

  void stop() {
    cleaning.cancel(false);
  }
}

/** Ends the clock, and with it what cleans the attic. */
class CleanHouse implements AutoCloseable {
  private final CleanAttic attic;
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);

  CleanHouse() {
    attic = new CleanAttic(clock);
  }

  void keep(String thing) {
    attic.add(thing);
  }

  @Override
  public void close() {
    clock.shutdown();
  }
}

class CleanFlat {
  private final ScheduledExecutorService clock;
  private final boolean shared;
  private final CleanAttic attic;

  CleanFlat(ScheduledExecutorService clock, boolean shared) {
    this.clock = clock;
    this.shared = shared;
    this.attic = new CleanAttic(clock);
  }

  void keep(String thing) {
    attic.add(thing);
  }

  void destroy() {
    attic.stop();
    if (shared) {
      return;
    }
    clock.shutdownNow();
  }
}

/** Counts down, and ends by itself. */
class Countdown {
  private final ScheduledFuture<?> counting;
  private int left = 10;

  Countdown(ScheduledExecutorService clock) {
    counting = clock.scheduleWithFixedDelay(this::count, 1, 1, TimeUnit.SECONDS);
  }

  int left() {
    return left;
  }

  private void count() {
    if (--left == 0) {
      counting.cancel(false);
    }
  }

  void stop() {
    counting.cancel(false);
  }
}

class Launch implements AutoCloseable {
  private final Countdown countdown;
  private final java.io.Writer log;

  Launch(ScheduledExecutorService clock, java.io.Writer log) {
    this.log = log;
    this.countdown = new Countdown(clock);
  }

  int left() {
    return countdown.left();
  }

  @Override
  public void close() throws java.io.IOException {
    log.close();
  }
}

/** The old rules end before the new ones begin. */
class CleanRules implements AutoCloseable {
  private final ScheduledExecutorService clock;
  private final java.util.List<ScheduledFuture<?>> handles = new java.util.ArrayList<>();

  CleanRules(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void load(java.util.List<Runnable> rules) {
    handles.forEach(handle -> handle.cancel(false));
    handles.clear();
    for (Runnable rule : rules) {
      handles.add(clock.scheduleWithFixedDelay(rule, 1, 1, TimeUnit.MINUTES));
    }
  }

  @Override
  public void close() {
    for (ScheduledFuture<?> handle : handles) {
      handle.cancel(false);
    }
    handles.clear();
  }
}

/** Ends all that repeats with the clock. */
class OtherRules {
  private ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
  private final java.util.List<ScheduledFuture<?>> handles = new java.util.ArrayList<>();

  void load(java.util.List<Runnable> rules) {
    clock.shutdownNow();
    clock = Executors.newScheduledThreadPool(1);
    handles.clear();
    for (Runnable rule : rules) {
      handles.add(clock.scheduleWithFixedDelay(rule, 1, 1, TimeUnit.MINUTES));
    }
  }

  void stop() {
    for (ScheduledFuture<?> handle : handles) {
      handle.cancel(false);
    }
    clock.shutdownNow();
  }

  static class Heartbeat implements AutoCloseable {
    private io.reactivex.rxjava3.disposables.Disposable beat;
    private int beats;

    void start() {
      beat =
          io.reactivex.rxjava3.schedulers.Schedulers.computation()
              .schedulePeriodicallyDirect(
                  () -> beats++, 1, 1, java.util.concurrent.TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      beat.dispose();
    }
  }

  /** Its own scheduler, which ends with it. */
  static class Prices implements AutoCloseable {
    private final reactor.core.scheduler.Scheduler clock =
        reactor.core.scheduler.Schedulers.newSingle("prices");
    private int rounds;

    void start() {
      clock.schedulePeriodically(() -> rounds++, 1, 1, java.util.concurrent.TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      clock.dispose();
    }
  }

  /** Both are cancelled, one in a method of its own. */
  static class Conversation implements AutoCloseable {
    private final ScheduledExecutorService timer;
    private final long patience;
    private java.util.concurrent.ScheduledFuture<?> ping;
    private java.util.concurrent.ScheduledFuture<?> idle;

    Conversation(ScheduledExecutorService timer, long patience) {
      this.timer = timer;
      this.patience = patience;
      ping = timer.scheduleAtFixedRate(this::ping, 1, 1, java.util.concurrent.TimeUnit.SECONDS);
      heard();
    }

    void heard() {
      forget();
      idle =
          timer.schedule(this::close, patience, java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    private void forget() {
      if (idle != null) {
        idle.cancel(false);
      }
    }

    private void ping() {
      System.out.println(timer);
    }

    @Override
    public void close() {
      ping.cancel(false);
      forget();
    }
  }

  /** The second try comes soon, and sees that all is over. */
  static class Dialler implements AutoCloseable {
    private final ScheduledExecutorService timer;
    private java.util.concurrent.ScheduledFuture<?> ring;
    private java.util.concurrent.ScheduledFuture<?> again;
    private volatile boolean over;

    Dialler(ScheduledExecutorService timer) {
      this.timer = timer;
      ring = timer.scheduleAtFixedRate(this::dial, 1, 1, java.util.concurrent.TimeUnit.SECONDS);
    }

    void busy() {
      if (again != null) {
        again.cancel(false);
      }
      again = timer.schedule(this::dial, 5, java.util.concurrent.TimeUnit.SECONDS);
    }

    private void dial() {
      if (!over) {
        System.out.println("dialling");
      }
    }

    @Override
    public void close() {
      over = true;
      ring.cancel(false);
    }
  }
}
