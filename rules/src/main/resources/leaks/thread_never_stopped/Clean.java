package thread_never_stopped;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class Clean {
  static class Mailer implements AutoCloseable {
    private final BlockingQueue<String> mails = new LinkedBlockingQueue<>(100);
    private final Thread sender;

    Mailer() {
      sender = new Thread(this::send, "mailer");
      sender.start();
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
      return mails.offer(mail);
    }

    @Override
    public void close() {
      sender.interrupt();
    }
  }

  /** Asks a flag. */
  static class Poller implements AutoCloseable {
    private volatile boolean closed;
    private int rounds;

    void start() {
      new Thread(this::poll).start();
    }

    private void poll() {
      while (!closed) {
        rounds++;
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** A mark in the queue ends it. */
  static class Writer implements AutoCloseable {
    private static final String END = new String("end");
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(100);

    void start() {
      new Thread(
              () -> {
                try {
                  while (true) {
                    String line = lines.take();
                    if (line == END) {
                      break;
                    }
                    System.out.println(line);
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              })
          .start();
    }

    @Override
    public void close() {
      lines.offer(END);
    }
  }

  /** Ends when its work is done. */
  static class Once {
    void start(Runnable work) {
      new Thread(work).start();
      new Thread(() -> System.out.println("once")).start();
    }

    void close() {
      System.out.println("closed");
    }
  }

  /** Serves the whole life of the program. */
  static final class Background {
    private static final BlockingQueue<Runnable> TASKS = new LinkedBlockingQueue<>(100);

    static {
      Thread thread = new Thread(Background::work);
      thread.setDaemon(true);
      thread.start();
    }

    private static void work() {
      while (true) {
        try {
          TASKS.take().run();
        } catch (InterruptedException e) {
          System.out.println("woken");
        }
      }
    }

    static boolean submit(Runnable task) {
      return TASKS.offer(task);
    }
  }

  static class Reaper extends Thread {
    private static final List<Runnable> CLIENTS = new ArrayList<>();
    private static Reaper instance;

    static synchronized void register(Runnable client) {
      if (instance == null) {
        instance = new Reaper();
        instance.start();
      }
      CLIENTS.add(client);
    }

    static synchronized void unregister(Runnable client) {
      CLIENTS.remove(client);
      if (CLIENTS.isEmpty()) {
        end();
      }
    }

    private static void end() {
      instance.interrupt();
      instance = null;
    }

    @Override
    public void run() {
      while (!isInterrupted()) {
        synchronized (Reaper.class) {
          CLIENTS.forEach(Runnable::run);
        }
      }
    }
  }

  /** Sets the flag, and wakes whoever waits. */
  static class Woken {
    private final Object lock = new Object();
    private boolean stopping;

    void start() {
      new Thread(this::work).start();
    }

    private void work() {
      synchronized (lock) {
        while (!stopping) {
          try {
            lock.wait();
          } catch (InterruptedException e) {
            return;
          }
        }
      }
    }

    void finish() {
      synchronized (lock) {
        stopping = true;
        lock.notifyAll();
      }
    }
  }

  /** Waits for a second at most. */
  static class Impatient {
    private final BlockingQueue<Runnable> calls = new LinkedBlockingQueue<>(100);
    private volatile boolean stopping;

    void start() {
      new Thread(this::work).start();
    }

    private void work() {
      while (!stopping) {
        try {
          Runnable call = calls.poll(1, java.util.concurrent.TimeUnit.SECONDS);
          if (call != null) {
            call.run();
          }
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    boolean call(Runnable call) {
      return calls.offer(call);
    }

    void finish() {
      stopping = true;
    }
  }

  /** Gives up when what it asks fails. */
  static class Prober {
    private int rounds;

    Prober(java.util.concurrent.Callable<Boolean> probe) {
      new Thread(() -> probe(probe)).start();
    }

    private void probe(java.util.concurrent.Callable<Boolean> probe) {
      while (true) {
        rounds++;
        try {
          Thread.sleep(100);
          if (!probe.call()) {
            throw new IllegalStateException("probed " + rounds + " times");
          }
        } catch (InterruptedException e) {
          System.out.println("interrupted");
        } catch (RuntimeException e) {
          throw e;
        } catch (Exception e) {
          return;
        }
      }
    }
  }

  public static void use(String mail) {
    new Prober(() -> mail.isEmpty());
    Woken woken = new Woken();
    woken.start();
    woken.finish();
    Impatient impatient = new Impatient();
    impatient.start();
    impatient.call(() -> {});
    impatient.finish();

    Runnable client = () -> {};
    Reaper.register(client);
    Reaper.unregister(client);
    try (Mailer mailer = new Mailer();
        Poller poller = new Poller();
        Writer writer = new Writer()) {
      mailer.offer(mail);
      poller.start();
      writer.start();
    }
    Once once = new Once();
    once.start(() -> {});
    once.close();
    Background.submit(() -> {});
  }
}

class FairParts {
  static class Part implements Runnable {
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>(100);
    private volatile Thread thread;

    void start() {
      thread = new Thread(this, "part");
      thread.start();
    }

    void stop() {
      if (thread != null) {
        thread.interrupt();
      }
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

  /** The second one is never started. */
  static class Owner {
    private final Part first = new Part();
    private final Part second = new Part();

    void start() {
      first.start();
    }

    boolean offer(Runnable task) {
      return first.offer(task) || second.offer(task);
    }

    void stop() {
      first.stop();
    }
  }

  /** Ends the parts, whatever they are, by a helper. */
  static class Both {
    private final Part first = new Part();
    private final Part second = new Part();

    void start() {
      first.start();
      second.start();
    }

    boolean offer(Runnable task) {
      return first.offer(task) || second.offer(task);
    }

    void shutdown() {
      end(first);
      end(second);
    }

    private static void end(Part part) {
      part.stop();
    }
  }

  static boolean use(Runnable task) {
    Owner owner = new Owner();
    owner.start();
    boolean taken = owner.offer(task);
    owner.stop();
    Both both = new Both();
    both.start();
    taken |= both.offer(task);
    both.shutdown();
    return taken;
  }
}

class OnlyOne {
  /** Looks after the file only as long as nobody does. */
  static class Settings {
    private Thread watch;

    void reload(java.io.File file) {
      if (watch == null) {
        watch = new Thread(() -> watch(file), "watch");
        watch.start();
      }
    }

    private void watch(java.io.File file) {
      while (true) {
        try {
          Thread.sleep(2000);
        } catch (InterruptedException e) {
          return;
        }
        System.out.println(file.lastModified());
      }
    }
  }

  static void reloaded(java.io.File file) {
    new Settings().reload(file);
  }
}

/** Writes until it is told to finish, and waits for more without end. */
class EndedPacketWriter implements Runnable {
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

/** Whoever has it finish interrupts it as well. */
class EndedChat {
  private final EndedPacketWriter writer = new EndedPacketWriter();
  private Thread thread;

  void login(String name) throws java.io.IOException {
    thread = new Thread(writer, "writer");
    thread.start();
    if (!writer.send(name)) {
      abort();
      throw new java.io.IOException("refused");
    }
  }

  private void abort() {
    writer.finish();
    thread.interrupt();
  }

  void disconnect() {
    writer.finish();
    thread.interrupt();
  }

  static void chats(String name) throws java.io.IOException {
    EndedChat chat = new EndedChat();
    chat.login(name);
    chat.disconnect();
  }

  /** An atomic flag, and a word to who waits. */
  static class Letters {
    private final java.util.concurrent.BlockingQueue<String> letters =
        new java.util.concurrent.LinkedBlockingQueue<>(100);
    private final java.util.concurrent.atomic.AtomicBoolean open =
        new java.util.concurrent.atomic.AtomicBoolean();
    private Thread reader;

    void start() {
      if (open.compareAndSet(false, true)) {
        reader =
            new Thread(
                () -> {
                  try {
                    while (open.get()) {
                      System.out.println(letters.take());
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
        reader.setDaemon(true);
        reader.start();
      }
    }

    void stop() {
      if (open.getAndSet(false)) {
        reader.interrupt();
      }
    }

    boolean letter(String letter) {
      return letters.offer(letter);
    }
  }
}

/** Somebody else in sight, or a setting, says whether the thread goes on. */
class Sampled implements AutoCloseable {
  private final boolean active;
  private boolean more = true;

  Sampled(boolean active) {
    this.active = active;
  }

  void open() {
    new Thread(this::sample, "sampled").start();
    new Thread(this::count, "counted").start();
  }

  private void sample() {
    while (active) {
      pause();
    }
  }

  private void count() {
    while (more) {
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      System.out.println("woken");
    }
  }

  void found(String name) {
    more &= !name.isEmpty();
  }

  @Override
  public void close() {
    System.out.println("closed");
  }

  static void samples(boolean active, String name) {
    Sampled sampled = new Sampled(active);
    sampled.open();
    sampled.found(name);
    sampled.close();
  }
}

/** What is taken out has ended, takes itself out, or is ended by who takes it out. */
class CleanTabs {
  final class Refresher extends Thread {
    private final int tab;
    private boolean over;

    Refresher(int tab) {
      this.tab = tab;
    }

    @Override
    public void run() {
      while (!over) {
        System.out.println(tab);
        try {
          sleep(1000);
        } catch (InterruptedException e) {
          over = true;
        }
      }
      ended(tab);
    }

    void finish() {
      over = true;
      interrupt();
    }
  }

  private final java.util.Map<Integer, Refresher> tabs = new java.util.HashMap<>();

  void open(int tab) {
    Refresher refresher = new Refresher(tab);
    tabs.put(tab, refresher);
    refresher.start();
  }

  synchronized void ended(int tab) {
    tabs.remove(tab);
  }

  void sweep(int tab) {
    if (!tabs.get(tab).isAlive()) {
      tabs.remove(tab);
    }
  }

  void hide(int tab) {
    tabs.get(tab).finish();
    forget(tab);
  }

  private void forget(int tab) {
    tabs.remove(tab);
  }

  void shutdown() {
    tabs.values().forEach(Refresher::finish);
    tabs.clear();
  }

  static void tabs() {
    CleanTabs tabs = new CleanTabs();
    tabs.open(1);
    tabs.sweep(1);
    tabs.hide(1);
    tabs.shutdown();
  }
}

/** Parts whose threads ask a flag, ended in one way or another, or by themselves. */
class CleanWeather {
  private static final class Probe {
    private final String place;
    private boolean over;
    private boolean listed;

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

    void list() {
      new Thread(this::print, place).start();
    }

    private void print() {
      for (int i = 0; !listed && i < 10; i++) {
        System.out.println(place + i);
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
      }
    }

    void halt() {
      stop();
    }

    void stop() {
      over = true;
      listed = true;
    }
  }

  /** Ends with the last of its pages. */
  private static final class Printer {
    private final java.util.Iterator<String> pages;
    private boolean cancelled;

    Printer(java.util.Iterator<String> pages) {
      this.pages = pages;
    }

    void begin() {
      new Thread(this::print).start();
    }

    private void print() {
      while (!cancelled && pages.hasNext()) {
        System.out.println(pages.next());
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
      }
    }

    void cancel() {
      cancelled = true;
    }
  }

  /** Also ended by what comes in. */
  private static final class Reader {
    private final java.util.concurrent.BlockingQueue<String> lines =
        new java.util.concurrent.ArrayBlockingQueue<>(10);
    private boolean over;

    void begin() {
      new Thread(this::read).start();
    }

    private void read() {
      while (!over) {
        System.out.println(lines.poll());
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
      }
    }

    void onMessage(String line) {
      if (line.isEmpty()) {
        over = true;
      }
    }

    void stop() {
      over = true;
    }
  }

  private final Probe probe = new Probe("here");
  private final Probe lent = new Probe("there");
  private final Printer printer;
  private final Reader reader = new Reader();

  CleanWeather(java.util.Iterator<String> pages) {
    this.printer = new Printer(pages);
    probe.begin();
    lent.begin();
    printer.begin();
    reader.begin();
  }

  Probe lent() {
    return lent;
  }

  void hear(String line) {
    reader.onMessage(line);
  }

  void close() {
    probe.halt();
    printer.pages.forEachRemaining(System.out::println);
  }

  static void weather(java.util.Iterator<String> pages) {
    CleanWeather weather = new CleanWeather(pages);
    weather.lent().stop();
    weather.lent().list();
    weather.hear("");
    weather.close();
    weather.printer.cancel();
    weather.reader.stop();
  }
}

/** Lives without an end, as its part does. */
class CleanLedger {
  static final class Flusher {
    private boolean running = true;

    void start() {
      new Thread(this::flush).start();
    }

    private void flush() {
      while (running) {
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
      }
    }

    void stop() {
      running = false;
    }
  }

  private final Flusher flusher = new Flusher();

  CleanLedger() {
    flusher.start();
  }

  static void ledger() {
    Flusher flusher = new Flusher();
    flusher.start();
    System.out.println(new CleanLedger());
    flusher.stop();
  }
}

/** Its loop ends with a mark in the queue. */
class CleanCourier implements AutoCloseable {
  private static final String LAST = new String("last");
  private final java.util.concurrent.ExecutorService driver =
      java.util.concurrent.Executors.newSingleThreadExecutor();
  private final BlockingQueue<String> parcels = new LinkedBlockingQueue<>(100);

  CleanCourier() {
    driver.execute(this::drive);
  }

  private void drive() {
    try {
      while (true) {
        String parcel = parcels.take();
        if (parcel == LAST) {
          return;
        }
        System.out.println(parcel);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws InterruptedException {
    parcels.put(LAST);
    driver.shutdown();
  }
}

/** Waits for the tasks, and then interrupts. */
class PatientCourier implements AutoCloseable {
  private final java.util.concurrent.ExecutorService driver =
      java.util.concurrent.Executors.newSingleThreadExecutor();
  private final BlockingQueue<String> parcels = new LinkedBlockingQueue<>(100);

  PatientCourier() {
    driver.execute(
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

  @Override
  public void close() throws InterruptedException {
    driver.shutdown();
    if (!driver.awaitTermination(1, java.util.concurrent.TimeUnit.SECONDS)) {
      driver.shutdownNow();
    }
  }
}

/** Keeps the future, and cancels that. */
class CleanPump implements AutoCloseable {
  private final java.util.concurrent.ExecutorService threads =
      java.util.concurrent.Executors.newSingleThreadExecutor();
  private final BlockingQueue<String> drops = new LinkedBlockingQueue<>(100);
  private java.util.concurrent.Future<?> loop;

  void start() {
    loop = threads.submit(this::pump);
  }

  private void pump() {
    try {
      while (true) {
        System.out.println(drops.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    loop.cancel(true);
    threads.shutdown();
  }
}

/** Looks, once it is interrupted, whether it is to end. */
class CleanTicker {
  private final java.util.concurrent.ExecutorService threads =
      java.util.concurrent.Executors.newCachedThreadPool();
  private volatile boolean ended;

  void start(Runnable tick) {
    threads.execute(
        () -> {
          while (true) {
            try {
              tick.run();
              Thread.sleep(1000);
            } catch (InterruptedException e) {
              if (ended) {
                break;
              }
            } catch (RuntimeException e) {
              System.err.println("tick failed: " + e);
            }
          }
        });
  }

  void stop() {
    ended = true;
    threads.shutdownNow();
  }
}

/** What fails is told; an interruption leaves the loop. */
class OtherTicker {
  private final java.util.concurrent.ExecutorService threads =
      java.util.concurrent.Executors.newCachedThreadPool();

  void start(Runnable tick) {
    threads.execute(
        () -> {
          try {
            while (true) {
              try {
                tick.run();
              } catch (RuntimeException e) {
                System.err.println("tick failed: " + e);
              }
              Thread.sleep(1000);
            }
          } catch (InterruptedException e) {
            System.err.println("ended");
          }
        });
  }

  void stop() {
    threads.shutdownNow();
  }
}
