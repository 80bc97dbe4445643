package scheduled_task_never_cancelled;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

public class Leaks {
  static final ScheduledExecutorService CLOCK = Executors.newScheduledThreadPool(1); // LEAK: executor-never-shut-down

  /** Each connection leaves its heartbeat to the shared clock. */
  static class Connection implements AutoCloseable {
    private int beats;

    Connection() {
      CLOCK.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS); // LEAK
    }

    private void beat() {
      beats++;
    }

    @Override
    public void close() {
      beats = 0;
    }
  }

  static class Monitor {
    private final ScheduledExecutorService clock;
    private ScheduledFuture<?> task;
    private long seen;

    Monitor(ScheduledExecutorService clock) {
      this.clock = clock;
    }

    void start() {
      task = clock.scheduleWithFixedDelay(() -> seen++, 0, 5, TimeUnit.SECONDS); // LEAK
    }

    boolean isUp() {
      return task != null && !task.isDone();
    }

    void stop() {
      seen = 0;
    }
  }

  static class Session {
    private static final Timer TIMER = new Timer(true);
    private int pings;

    void open() {
      TIMER.schedule( // LEAK
          new TimerTask() {
            @Override
            public void run() {
              pings++;
            }
          },
          1000,
          1000);
    }

    void close() {
      System.out.println(pings);
    }
  }

  public static void use(ScheduledExecutorService clock) {
    new Connection().close();
    Monitor monitor = new Monitor(clock);
    monitor.start();
    monitor.isUp();
    monitor.stop();
    Session session = new Session();
    session.open();
    session.close();
  }

  /** Its task holds it, so that it is never found to be garbage. */
  static class FileWatch {
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final java.io.File file;
    private long seen;

    FileWatch(java.io.File file) {
      this.file = file;
      clock.scheduleWithFixedDelay( // LEAK
          new Runnable() {
            @Override
            public void run() {
              look();
            }
          },
          1,
          1,
          TimeUnit.SECONDS);
    }

    private void look() {
      seen = file.lastModified();
    }

    long seen() {
      return seen;
    }

    @Override
    @SuppressWarnings("removal")
    protected void finalize() throws Throwable {
      clock.shutdownNow();
      super.finalize();
    }
  }

  /** Most answers come at once; what would end the wait holds them to the end. */
  static class Client {
    private final ScheduledExecutorService clock;
    private final java.util.concurrent.ExecutorService workers;

    Client(ScheduledExecutorService clock, java.util.concurrent.ExecutorService workers) {
      this.clock = clock;
      this.workers = workers;
    }

    java.util.concurrent.Future<String> ask(
        java.util.concurrent.Callable<String> question, long patience) {
      java.util.concurrent.Future<String> answer = workers.submit(question);
      if (patience > 0) {
        clock.schedule(() -> answer.cancel(true), patience, TimeUnit.MILLISECONDS); // LEAK
      }
      return answer;
    }
  }

  static boolean asks(ScheduledExecutorService clock, java.io.File file, long patience) {
    return new Client(clock, clock).ask(() -> "yes", patience).isDone()
        && new FileWatch(file).seen() > 0;
  }

  /** Who gets the ticks. */
  interface Subscriber {
    void onTick(long count);
  }

  /** Each subscription leaves a task to the clock, which ticks on when nobody listens. */
  static class Ticks {
    private final ScheduledExecutorService clock;

    Ticks(ScheduledExecutorService clock) {
      this.clock = clock;
    }

    Tick subscribe(Subscriber subscriber) {
      Tick tick = new Tick(subscriber);
      clock.scheduleAtFixedRate(tick, 0, 1, TimeUnit.SECONDS); // LEAK
      return tick;
    }
  }

  static class Tick implements Runnable {
    private final Subscriber subscriber;
    private volatile boolean cancelled;
    private long count;

    Tick(Subscriber subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void run() {
      if (!cancelled) {
        subscriber.onTick(count++);
      }
    }

    void cancel() {
      cancelled = true;
    }
  }

  /** Made with the clock that all share, unless its maker has one of its own. */
  static class Statistics {
    private long computed;

    Statistics() {
      this(CLOCK);
    }

    private Statistics(ScheduledExecutorService clock) {
      compute(clock);
    }

    private void compute(ScheduledExecutorService clock) {
      Runnable command = () -> computed++;
      clock.scheduleWithFixedDelay(command, 1, 1, TimeUnit.MINUTES); // LEAK
    }

    long computed() {
      return computed;
    }
  }

  static long ticks(Ticks ticks, Subscriber subscriber) {
    ticks.subscribe(subscriber).cancel();
    return new Statistics().computed();
  }

  /** Its time goes on for as long as somebody else's threads run. */
  static class CoarseClock {
    private volatile long now = System.currentTimeMillis();

    CoarseClock(ScheduledExecutorService clock) {
      clock.scheduleAtFixedRate( // LEAK
          () -> now = System.currentTimeMillis(), 1, 1, TimeUnit.MILLISECONDS);
    }

    long now() {
      return now;
    }
  }

  static long now(ScheduledExecutorService clock) {
    return new CoarseClock(clock).now();
  }

  /** An endless task for each manager, in the executor of all. */
  public static class Idle {
    private Idle() {}

    public static void monitor(Manager manager) {
      CLOCK.scheduleWithFixedDelay(new CleanUp(manager), 30, 30, TimeUnit.SECONDS); // LEAK
    }
  }

  public interface Manager {
    void dropIdle();
  }

  private static class CleanUp implements Runnable {
    private final Manager manager;

    CleanUp(Manager manager) {
      this.manager = manager;
    }

    @Override
    public void run() {
      manager.dropIdle();
    }
  }

  /** Puts itself back each time, also when the session has long been closed. */
  public static class Meeting implements AutoCloseable {
    private final ScheduledExecutorService clock;
    private long ticks;

    public Meeting(ScheduledExecutorService clock) {
      this.clock = clock;
    }

    public void start() {
      tick();
    }

    private void tick() {
      ticks++;
      clock.schedule(this::tick, 10, TimeUnit.SECONDS); // LEAK
    }

    @Override
    public void close() {
      System.out.println(ticks);
    }
  }

  static void sessions(Manager manager, ScheduledExecutorService clock) {
    Idle.monitor(manager);
    try (Meeting session = new Meeting(clock)) {
      session.start();
    }
  }
}

/** What all connections of a client share. */
class Shared implements AutoCloseable {
  private final ScheduledExecutorService clock =
      new java.util.concurrent.ScheduledThreadPoolExecutor(1);

  ScheduledExecutorService clock() {
    return clock;
  }

  Reader open(String topic) {
    return new Reader(this, topic);
  }

  Beating connect(java.util.function.IntConsumer line) {
    return new Beating(clock, line);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  static long reads(Shared shared) {
    try (Reader reader = shared.open("news")) {
      reader.receive("a");
    }
    Beating beating = shared.connect(System.out::println);
    beating.disconnect();
    return beating.beats();
  }
}

/** Counts for a topic, long after that has been closed. */
class Reader implements AutoCloseable {
  private final String topic;
  private final java.util.concurrent.BlockingQueue<String> incoming =
      new java.util.concurrent.ArrayBlockingQueue<>(100);
  private volatile boolean closed;

  Reader(Shared shared, String topic) {
    this.topic = topic;
    shared.clock().scheduleAtFixedRate(this::count, 60, 60, TimeUnit.SECONDS); // LEAK
  }

  boolean receive(String text) {
    return !closed && incoming.offer(text);
  }

  private void count() {
    System.out.println(topic + " has " + incoming.size());
  }

  @Override
  public void close() {
    closed = true;
  }
}

class Beating implements Runnable {
  private final java.util.function.IntConsumer line;
  private int beats;

  Beating(ScheduledExecutorService clock, java.util.function.IntConsumer line) {
    this.line = line;
    clock.scheduleWithFixedDelay(this, 1, 1, TimeUnit.SECONDS); // LEAK
  }

  @Override
  public void run() {
    line.accept(beats++);
  }

  long beats() {
    return beats;
  }

  void disconnect() {
    line.accept(-1);
  }
}

/** Each time the line breaks it starts beating anew, beside the beat that is there. */
class Uplink {
  private final ScheduledExecutorService clock;
  private ScheduledFuture<?> beat;
  private volatile long last;

  Uplink(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void open() {
    beat = clock.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS); // LEAK
  }

  void reconnect() {
    last = 0;
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

/** Told another interval, it reads at that one too. */
class Thermometer implements AutoCloseable {
  private final org.springframework.scheduling.TaskScheduler clock;
  private ScheduledFuture<?> reading;
  private int reads;

  Thermometer(org.springframework.scheduling.TaskScheduler clock) {
    this.clock = clock;
    this.reading = clock.scheduleAtFixedRate(this::read, java.time.Duration.ofSeconds(10));
  }

  void every(java.time.Duration interval) {
    reading = clock.scheduleAtFixedRate(this::read, interval); // LEAK
  }

  private void read() {
    reads++;
  }

  @Override
  public void close() {
    reading.cancel(false);
  }
}

/** Cleans itself now and then in somebody else's clock, until it is told to end. */
class Attic {
  private final java.util.List<String> boxes = new java.util.concurrent.CopyOnWriteArrayList<>();
  private final ScheduledFuture<?> cleaning;

  Attic(ScheduledExecutorService clock) {
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

class House implements AutoCloseable {
  private final Attic attic;
  private final java.io.Writer log;

  House(ScheduledExecutorService clock, java.io.Writer log) {
    this.log = log;
    this.attic = new Attic(clock);
  }

  void keep(String thing) {
    attic.add(thing);
  }

  @Override
  public void close() throws java.io.IOException { // LEAK
    log.close();
  }
}

/** What is shared it leaves alone, and with it the attic, which is its own. */
class Flat {
  private final ScheduledExecutorService clock;
  private final boolean shared;
  private final Attic attic;

  Flat(ScheduledExecutorService clock, boolean shared) {
    this.clock = clock;
    this.shared = shared;
    this.attic = new Attic(clock); // LEAK
  }

  void keep(String thing) {
    attic.add(thing);
  }

  void destroy() {
    if (shared) {
      return;
    }
    clock.shutdownNow();
    attic.stop();
  }
}

/** New rules take the place of the old, which go on beside them. */
class Rules implements AutoCloseable {
  private final ScheduledExecutorService clock;
  private final java.util.List<ScheduledFuture<?>> handles = new java.util.ArrayList<>();

  Rules(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void load(java.util.List<Runnable> rules) {
    handles.clear(); // LEAK
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

/** There as long as the program, like the clock. */
class Castle implements AutoCloseable {
  private final Attic attic;
  private final java.io.Writer log;

  Castle(ScheduledExecutorService clock, java.io.Writer log) {
    this.log = log;
    this.attic = new Attic(clock);
  }

  void keep(String thing) {
    attic.add(thing);
  }

  @Override
  public void close() throws java.io.IOException { // LEAK(low)
    log.close();
  }

  public static void main(String[] args) {
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    Castle castle = new Castle(clock, new java.io.StringWriter());
    castle.keep(args[0]);
    clock.shutdown();
  }

  static class Heartbeat implements AutoCloseable {
    private int beats;

    void start() {
      io.reactivex.rxjava3.schedulers.Schedulers.computation()
          .schedulePeriodicallyDirect(() -> beats++, 1, 1, java.util.concurrent.TimeUnit.SECONDS); // LEAK
    }

    @Override
    public void close() {
      beats = 0;
    }
  }

  static class Prices implements AutoCloseable {
    private int rounds;

    void start() {
      reactor.core.scheduler.Schedulers.parallel()
          .schedulePeriodically(() -> rounds++, 1, 1, java.util.concurrent.TimeUnit.SECONDS); // LEAK
    }

    @Override
    public void close() {
      rounds = 0;
    }
  }

  /** Pings are over with the session; what would end an idle one waits on. */
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
      if (idle != null) {
        idle.cancel(false);
      }
      idle =
          timer.schedule( // LEAK
              this::close, patience, java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    private void ping() {
      System.out.println(timer);
    }

    @Override
    public void close() {
      ping.cancel(false);
    }
  }

  /** Two timeouts of a download, of which stop() knows one. */
  static class Download {
    private final ScheduledExecutorService timer;
    private java.util.concurrent.Future<?> whole;
    private java.util.concurrent.Future<?> piece;
    private boolean late;

    Download(ScheduledExecutorService timer) {
      this.timer = timer;
    }

    void start(java.time.Duration most) {
      whole =
          timer.schedule( // LEAK
              () -> late = true, most.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    void next(long most) {
      piece =
          timer.schedule(() -> late = true, most, java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    boolean finished() {
      whole.cancel(false);
      return late;
    }

    void stop() {
      if (piece != null) {
        piece.cancel(true);
      }
    }
  }
}
