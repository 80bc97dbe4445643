package thread_never_stopped;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class Leaks {
  /** Waits for mail for ever, also when nobody sends any more. */
  static class Mailer implements AutoCloseable {
    private final BlockingQueue<String> mails = new LinkedBlockingQueue<>(100);
    private final Thread sender;

    Mailer() {
      sender = new Thread(this::send, "mailer");
      sender.start(); // LEAK
    }

    private void send() {
      try {
        while (true) {
          System.out.println(mails.take());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    boolean offer(String mail) {
      return sender.isAlive() && mails.offer(mail);
    }

    @Override
    public void close() {
      mails.clear();
    }
  }

  static class Watcher extends Thread {
    private int rounds;

    @Override
    public void run() {
      for (; ; ) {
        rounds++;
        try {
          Thread.sleep(1000);
        } catch (InterruptedException e) {
          System.out.println(rounds);
        }
      }
    }
  }

  static class Folder {
    private final Watcher watcher = new Watcher();

    void open() {
      watcher.start(); // LEAK
    }

    void close() {
      System.out.println(watcher.getName());
    }
  }

  /** Ends only if somebody thinks of it. */
  static class Reaper extends Thread {
    private static final List<Runnable> CLIENTS = new ArrayList<>();
    private static Reaper instance;

    static synchronized void register(Runnable client) {
      if (instance == null) {
        instance = new Reaper();
        instance.start(); // LEAK
      }
      CLIENTS.add(client);
    }

    static synchronized void unregister(Runnable client) {
      CLIENTS.remove(client);
    }

    @Override
    public void run() {
      while (!isInterrupted()) {
        synchronized (Reaper.class) {
          CLIENTS.forEach(Runnable::run);
        }
      }
    }

    static synchronized void shutdown() {
      instance.interrupt();
      instance = null;
    }
  }

  /** The flag is asked when the next call is there, and after the end none comes. */
  static class Callbacks {
    private final BlockingQueue<Runnable> calls = new LinkedBlockingQueue<>(100);
    private volatile boolean stopping;

    void start() {
      Thread thread =
          new Thread(
              () -> {
                while (!stopping) {
                  try {
                    calls.take().run();
                  } catch (InterruptedException e) {
                    System.out.println("interrupted");
                  }
                }
              });
      thread.setDaemon(true);
      thread.start(); // LEAK
    }

    boolean call(Runnable call) {
      return calls.offer(call);
    }

    void toStop() {
      stopping = true;
    }
  }

  /** Asks an atomic flag between two packets, and waits for three seconds only to see it set. */
  static class Packets {
    private final BlockingQueue<byte[]> packets = new LinkedBlockingQueue<>(100);
    private final java.util.concurrent.atomic.AtomicBoolean running =
        new java.util.concurrent.atomic.AtomicBoolean();
    private Thread reader;
    private int read;

    void start() {
      if (!running.getAndSet(true)) {
        reader = new Thread(new PacketReader(), "packets");
        reader.setDaemon(true);
        reader.start(); // LEAK
      }
    }

    void stop() {
      if (running.getAndSet(false)) {
        packets.clear();
        try {
          reader.join(3000);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    boolean packet(byte[] packet) {
      return packets.offer(packet);
    }

    private class PacketReader implements Runnable {
      @Override
      public void run() {
        try {
          while (running.get()) {
            read += packets.take().length;
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** Each balancer has a thread, and nobody can end it. */
  static class Balancer {
    private final List<String> failing = new ArrayList<>();

    Balancer() {
      Recovery recovery = new Recovery(this);
      new Thread(recovery, "recovery").start(); // LEAK
    }

    synchronized void recover() {
      failing.clear();
    }
  }

  static class Recovery implements Runnable {
    private final Balancer balancer;

    Recovery(Balancer balancer) {
      this.balancer = balancer;
    }

    @Override
    public void run() {
      while (true) {
        balancer.recover();
        pause();
      }
    }

    private static void pause() {
      try {
        Thread.sleep(30_000);
      } catch (InterruptedException e) {
        System.out.println("interrupted");
      }
    }
  }

  public static void use(String mail) {
    new Balancer().recover();
    Callbacks callbacks = new Callbacks();
    callbacks.start();
    callbacks.call(System::gc);
    callbacks.toStop();

    Runnable collects = System::gc;
    Reaper.register(collects);
    Reaper.unregister(collects);
    Reaper.shutdown();
    try (Mailer mailer = new Mailer()) {
      mailer.offer(mail);
    }
    Folder folder = new Folder();
    folder.open();
    folder.close();
  }
}

/** Starts two threads, and ends one. */
class TwoThreads implements AutoCloseable {
  private final BlockingQueue<String> in = new LinkedBlockingQueue<>(100);
  private final BlockingQueue<String> out = new LinkedBlockingQueue<>(100);
  private final Thread reader;
  private final Thread writer;

  TwoThreads() {
    reader = new Thread(() -> move(in, out), "reader");
    writer = new Thread(() -> move(out, in), "writer");
    reader.start();
    writer.start(); // LEAK
  }

  private static void move(BlockingQueue<String> from, BlockingQueue<String> to) {
    try {
      while (true) {
        to.put(from.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    reader.interrupt();
  }
}

/** Starts two parts that have threads, and stops one. */
class Parts {
  static class Part implements Runnable {
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>(100);
    private volatile Thread thread;

    void start() {
      thread = new Thread(this, "part");
      thread.setDaemon(true);
      thread.start();
    }

    void stop() {
      thread.interrupt();
    }

    boolean offer(Runnable task) {
      return work.offer(task);
    }

    @Override
    public void run() {
      try {
        while (true) {
          work.take().run();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final Part first = new Part();
  private final Part second = new Part();

  void start() {
    first.start();
    second.start();
  }

  boolean offer(Runnable task) {
    return first.offer(task) || second.offer(task);
  }

  void stop() { // LEAK
    first.stop();
  }

  static boolean use(Runnable task) {
    try (TwoThreads threads = new TwoThreads()) {
      Parts parts = new Parts();
      parts.start();
      boolean taken = parts.offer(task);
      parts.stop();
      return taken && threads != null;
    }
  }
}

class OneMore {
  /** Each time the file is read again, one more thread looks after it. */
  static class Settings {
    private volatile long seen;

    void reload(java.io.File file) {
      seen = file.lastModified();
      Thread watch = new Thread(() -> watch(file), "watch");
      watch.start(); // LEAK
    }

    private void watch(java.io.File file) {
      while (true) {
        try {
          Thread.sleep(2000);
        } catch (InterruptedException e) {
          return;
        }
        if (file.lastModified() != seen) {
          System.out.println("changed");
        }
      }
    }
  }

  static long reloaded(java.io.File file) {
    Settings settings = new Settings();
    settings.reload(file);
    return settings.seen;
  }

  /** The last one to be released leaves the thread behind. */
  static class Reaper extends Thread {
    private static final java.util.List<Runnable> POOLS = new java.util.ArrayList<>();
    private static Reaper reaper;

    static synchronized void watch(Runnable pool) {
      POOLS.add(pool);
      if (reaper == null) {
        reaper = new Reaper();
        reaper.start(); // LEAK
      }
    }

    static synchronized void release(Runnable pool) {
      POOLS.remove(pool);
    }

    @Override
    public void run() {
      while (true) {
        try {
          Thread.sleep(60_000);
        } catch (InterruptedException e) {
          continue;
        }
        synchronized (Reaper.class) {
          POOLS.forEach(Runnable::run);
        }
      }
    }
  }

  static void reap(Runnable pool) {
    Reaper.watch(pool);
    Reaper.release(pool);
  }
}

/** Writes until it is told to finish, and waits for more without end. */
class PacketWriter implements Runnable {
  private final java.util.concurrent.BlockingQueue<String> packets =
      new java.util.concurrent.ArrayBlockingQueue<>(100);
  private volatile boolean done;

  boolean send(String packet) {
    return packets.offer(packet);
  }

  void finish() {
    done = true;
  }

  @Override
  public void run() {
    try {
      while (!done) {
        System.out.println(packets.take());
      }
    } catch (InterruptedException e) {
      done = true;
    }
  }
}

/** Interrupts it as it disconnects, and not when the login fails. */
class Chat {
  private final PacketWriter writer = new PacketWriter();
  private Thread thread;

  void login(String name) throws java.io.IOException {
    thread = new Thread(writer, "writer");
    thread.start(); // LEAK
    if (!writer.send(name)) {
      writer.finish();
      throw new java.io.IOException("refused");
    }
  }

  void disconnect() {
    writer.finish();
    thread.interrupt();
  }

  static void chats(String name) throws java.io.IOException {
    Chat chat = new Chat();
    chat.login(name);
    chat.disconnect();
  }
}

/** Nothing takes down the flag that the thread asks. */
class Sampler implements AutoCloseable {
  private final java.util.function.LongSupplier source;
  private final java.util.function.LongConsumer sink;
  private boolean active = true;
  private boolean ended;

  Sampler(java.util.function.LongSupplier source, java.util.function.LongConsumer sink) {
    this.source = source;
    this.sink = sink;
  }

  void open() {
    Thread thread = new Thread(this::sample, "sampler");
    thread.start(); // LEAK
  }

  private void sample() {
    while (active) {
      sink.accept(source.getAsLong());
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        System.out.println("woken");
      }
    }
  }

  boolean isEnded() {
    return ended;
  }

  @Override
  public void close() {
    ended = true;
  }

  static void samples() {
    Sampler sampler = new Sampler(System::nanoTime, System.out::println);
    sampler.open();
    sampler.close();
  }
}

/** Ends those that are left at the end, and not the one that is closed before. */
class Tabs {
  static final class Refresher extends Thread {
    private final String page;
    private boolean over;

    Refresher(String page) {
      this.page = page;
    }

    @Override
    public void run() {
      while (!over) {
        System.out.println(page);
        try {
          sleep(1000);
        } catch (InterruptedException e) {
          System.out.println("woken");
        }
      }
    }

    void finish() {
      over = true;
      interrupt();
    }
  }

  private final java.util.Map<Integer, Refresher> tabs = new java.util.HashMap<>();

  void open(int tab, String page) {
    Refresher refresher = new Refresher(page);
    tabs.put(tab, refresher);
    refresher.start();
  }

  void hide(int tab) {
    drop(tab);
  }

  private void drop(int tab) {
    tabs.remove(tab); // LEAK
  }

  void shutdown() {
    for (Refresher refresher : tabs.values()) {
      refresher.finish();
    }
  }

  static void tabs() {
    Tabs tabs = new Tabs();
    tabs.open(1, "a");
    tabs.shutdown();
  }
}

/** Has a part whose thread asks a flag, and lets it run on. */
class Weather {
  private static final class Probe {
    private final String place;
    private boolean over;

    Probe(String place) {
      this.place = place;
    }

    void begin() {
      new Thread(this::measure, place).start();
    }

    private void measure() {
      while (!over) {
        System.out.println(place);
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
      }
    }

    void stop() {
      over = true;
    }
  }

  private final Probe probe;
  private final java.io.Writer report;

  Weather(String place, java.io.Writer report) {
    this.probe = new Probe(place);
    this.report = report;
  }

  void open() {
    probe.begin();
  }

  void close() throws java.io.IOException { // LEAK
    report.flush();
  }

  static void weather(java.io.Writer report) throws java.io.IOException {
    Weather weather = new Weather("here", report);
    weather.open();
    weather.close();
  }
}

/** The same with a part that can be closed, and goes on as long as it is told to. */
class Ledger {
  static final class Flusher implements AutoCloseable {
    private final BlockingQueue<String> lines = new java.util.concurrent.ArrayBlockingQueue<>(10);
    private boolean running = true;

    void start() {
      Thread thread = new Thread(this::flush);
      thread.setDaemon(true);
      thread.start();
    }

    private void flush() {
      try {
        while (running) {
          String line = lines.poll(1, java.util.concurrent.TimeUnit.SECONDS);
          if (line != null) {
            System.out.println(line);
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    boolean write(String line) {
      return lines.offer(line);
    }

    @Override
    public void close() {
      running = false;
    }
  }

  private final Flusher flusher = new Flusher();
  private final List<String> open = new ArrayList<>();

  Ledger() {
    flusher.start();
  }

  boolean book(String entry) {
    open.add(entry);
    return flusher.write(entry);
  }

  void shutdown() { // LEAK
    open.forEach(flusher::write);
    open.clear();
  }

  static void ledger() {
    Ledger ledger = new Ledger();
    ledger.book("a");
    ledger.shutdown();
  }
}

/** Asks whether it was interrupted, and nobody knows the thread to do so. */
class Scanner implements AutoCloseable {
  private final java.io.Closeable lock;
  private long scans;

  Scanner(java.io.Closeable lock) {
    this.lock = lock;
    Thread thread = new Thread(this::scan);
    thread.setDaemon(true);
    thread.start(); // LEAK
  }

  private void scan() {
    while (!Thread.currentThread().isInterrupted()) {
      scans++;
      java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() throws java.io.IOException {
    lock.close();
  }
}

/** Its executor is told to take no more work; the loop goes on with what it has. */
class Courier implements AutoCloseable {
  private final java.util.concurrent.ExecutorService driver =
      java.util.concurrent.Executors.newSingleThreadExecutor();
  private final BlockingQueue<String> parcels = new LinkedBlockingQueue<>(100);

  Courier() {
    driver.execute( // LEAK
        () -> {
          while (!Thread.interrupted()) {
            deliver();
          }
        });
  }

  private void deliver() {
    try {
      System.out.println(parcels.take());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean send(String parcel) {
    return parcels.offer(parcel);
  }

  @Override
  public void close() {
    parcels.clear();
    driver.shutdown();
  }
}

/** Interrupted at the end, which the loop takes for one more thing that can go wrong. */
class Ticker {
  private final java.util.concurrent.ExecutorService threads =
      java.util.concurrent.Executors.newCachedThreadPool();

  void start(Runnable tick) {
    threads.submit(new Beat(tick)); // LEAK
  }

  static final class Beat implements Runnable {
    private final Runnable tick;

    Beat(Runnable tick) {
      this.tick = tick;
    }

    @Override
    public void run() {
      for (; ; ) {
        try {
          tick.run();
          Thread.sleep(1000);
        } catch (Exception e) {
          System.err.println("tick failed: " + e);
        }
      }
    }
  }

  void stop() {
    threads.shutdownNow();
  }
}

/** Takes a thread out in one of others, and only tells there what came before. */
class Stalls {
  private static final class Stall extends Thread {
    private volatile boolean closed;

    Stall(String name) {
      super(name);
    }

    @Override
    public void run() {
      while (!closed) {
        try {
          sleep(1000);
        } catch (InterruptedException e) {
          System.out.println("woken");
        }
      }
    }

    void finish() {
      closed = true;
      interrupt();
    }
  }

  private final java.util.Map<String, Stall> stalls =
      new java.util.concurrent.ConcurrentHashMap<>();
  private final java.util.Deque<String> visitors =
      new java.util.concurrent.LinkedBlockingDeque<>(10);
  private final java.util.concurrent.Executor guards;

  Stalls(java.util.concurrent.Executor guards) {
    this.guards = guards;
  }

  void open(String name) {
    Stall stall = new Stall(name);
    stalls.put(name, stall);
    stall.start();
  }

  void clear(String name) {
    String last = visitors.peek();
    guards.execute(
        () -> {
          stalls.remove(name); // LEAK
          System.out.println("cleared after " + last);
        });
  }

  void shutdown() {
    for (Stall stall : stalls.values()) {
      stall.finish();
    }
  }

  static void fair(java.util.concurrent.Executor guards) {
    Stalls stalls = new Stalls(guards);
    stalls.open("sweets");
    stalls.clear("sweets");
    stalls.shutdown();
  }
}
