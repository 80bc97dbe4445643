package unbounded_queue;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;

public class Clean {
  static class Log {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(10_000);

    void append(String line) throws InterruptedException {
      lines.put(line);
    }

    String next() throws InterruptedException {
      return lines.take();
    }
  }

  static class Configured {
    private final BlockingQueue<String> lines;

    Configured(int capacity) {
      lines = new ArrayBlockingQueue<>(capacity);
    }

    void append(String line) throws InterruptedException {
      lines.put(line);
    }

    String next() throws InterruptedException {
      return lines.take();
    }
  }

  static class Offers {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    boolean append(String line) {
      return lines.offer(line);
    }

    String next() throws InterruptedException {
      return lines.take();
    }
  }

  static class Handover {
    private final BlockingQueue<String> lines = new SynchronousQueue<>();

    void append(String line) throws InterruptedException {
      lines.put(line);
    }

    String next() throws InterruptedException {
      return lines.take();
    }
  }

  static class Permits {
    private final Semaphore room = new Semaphore(100);
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    void append(String line) throws InterruptedException {
      room.acquire();
      lines.put(line); // NOISE: the semaphore is the bound
    }

    String next() throws InterruptedException {
      String line = lines.take();
      room.release();
      return line;
    }
  }

  public static String logs(String line) throws InterruptedException {
    Log log = new Log();
    log.append(line);
    return log.next();
  }

  public static String isConfigured(String line) throws InterruptedException {
    Configured log = new Configured(10);
    log.append(line);
    return log.next();
  }

  public static String offers(String line) throws InterruptedException {
    Offers offers = new Offers();
    return offers.append(line) ? offers.next() : null;
  }

  public static void handsOver(String line) throws InterruptedException {
    new Handover().append(line);
  }

  public static String waitsForPermits(String line) throws InterruptedException {
    Permits permits = new Permits();
    permits.append(line);
    return permits.next();
  }

  static class Frontend {
    private final java.util.concurrent.ThreadPoolExecutor workers =
        new java.util.concurrent.ThreadPoolExecutor(
            4, 4, 0, java.util.concurrent.TimeUnit.SECONDS, new LinkedBlockingQueue<>(1_000));

    void accept(java.net.Socket client) {
      workers.execute(() -> System.out.println(client));
    }

    void stop() {
      workers.shutdown();
    }
  }

  public static void accepts(java.net.Socket client) {
    Frontend frontend = new Frontend();
    frontend.accept(client);
    frontend.stop();
  }

  /** As many threads as clients: nothing waits in the queue, unless a setting says so. */
  static class Lobby {
    private int threads = Integer.MAX_VALUE;
    private java.util.concurrent.ThreadPoolExecutor workers;

    void threads(int most) {
      threads = most;
    }

    void start() {
      workers =
          new java.util.concurrent.ThreadPoolExecutor(
              threads, threads, 30, java.util.concurrent.TimeUnit.SECONDS, new LinkedBlockingQueue<>());
      workers.allowCoreThreadTimeOut(true);
    }

    void accept(java.net.Socket client) {
      workers.execute(() -> System.out.println(client));
    }

    void stop() {
      workers.shutdown();
    }
  }

  /** Whoever gives work waits for its end. */
  static class Probes {
    private final java.util.concurrent.ThreadPoolExecutor workers =
        new java.util.concurrent.ThreadPoolExecutor(
            4, 4, 0, java.util.concurrent.TimeUnit.SECONDS, new LinkedBlockingQueue<>());

    void probe(java.net.Socket client) throws Exception {
      java.util.concurrent.Future<?> probed =
          workers.submit(() -> System.out.println(client.isConnected()));
      probed.get(5, java.util.concurrent.TimeUnit.SECONDS);
    }

    void stop() {
      workers.shutdown();
    }
  }

  public static void probes(java.net.Socket client) throws Exception {
    Lobby lobby = new Lobby();
    lobby.threads(8);
    lobby.start();
    lobby.accept(client);
    lobby.stop();
    Probes probes = new Probes();
    probes.probe(client);
    probes.stop();
  }

  /** Both have a capacity. */
  public static class Chat {
    private final java.util.concurrent.BlockingQueue<String> messages;
    private final java.util.concurrent.BlockingQueue<String> whispers;

    public Chat(int capacity) {
      messages = new java.util.concurrent.ArrayBlockingQueue<>(capacity);
      whispers = new java.util.concurrent.LinkedBlockingQueue<>(capacity);
    }

    public boolean say(String message) {
      return messages.offer(message);
    }

    public boolean whisper(String user, String message) {
      return whispers.offer(user + ": " + message);
    }

    String next(boolean mayWhisper) {
      String whisper = mayWhisper ? whispers.poll() : null;
      return whisper == null ? messages.poll() : whisper;
    }
  }

  /** Refuses, and knows it. */
  static class Changes {
    private final BlockingQueue<String> changes = new LinkedBlockingQueue<>(1_000);
    private long lost;

    void submit(String change) {
      if (!changes.offer(change)) {
        lost++;
      }
    }

    String next() throws InterruptedException {
      return lost == 0 ? changes.take() : null;
    }
  }

  public static String submits(String change) throws InterruptedException {
    Changes changes = new Changes();
    changes.submit(change);
    return changes.next();
  }

  /** As large as its user wants it. */
  static class Waiting {
    private final BlockingQueue<String> waiting;
    private long refused;

    Waiting(int most) {
      waiting = new LinkedBlockingQueue<>(most <= 0 ? Integer.MAX_VALUE : most);
    }

    void enter(String request) {
      if (!waiting.offer(request)) {
        refused++;
      }
    }

    String next() throws InterruptedException {
      return refused == 0 ? waiting.take() : null;
    }
  }

  public static String enters(String request) throws InterruptedException {
    Waiting waiting = new Waiting(100);
    waiting.enter(request);
    return waiting.next();
  }


  /** Closed by the method that made it. */
  static class PageWriter implements AutoCloseable {
    private final java.util.concurrent.ExecutorCompletionService<Integer> written;

    PageWriter(java.util.concurrent.Executor threads) {
      this.written = new java.util.concurrent.ExecutorCompletionService<>(threads);
    }

    public void write(String page) {
      written.submit(page::length);
    }

    @Override
    public void close() {
      System.out.println("written");
    }
  }

  public static void writesAll(java.util.concurrent.Executor threads, Iterable<String> pages) {
    try (PageWriter writer = new PageWriter(threads)) {
      for (String page : pages) {
        writer.write(page);
      }
    }
  }

  /** One thread submits, another takes. */
  static class Thumbnails {
    private final java.util.concurrent.CompletionService<byte[]> painters;

    Thumbnails(java.util.concurrent.Executor threads) {
      painters = new java.util.concurrent.ExecutorCompletionService<>(threads);
    }

    public void paint(String picture) {
      painters.submit(() -> picture.getBytes());
    }

    public byte[] next() throws Exception {
      return painters.take().get();
    }
  }

  /** Its queue is somebody's own. */
  static class Posters {
    private final java.util.concurrent.CompletionService<byte[]> painters;

    Posters(
        java.util.concurrent.Executor threads,
        BlockingQueue<java.util.concurrent.Future<byte[]>> painted) {
      painters = new java.util.concurrent.ExecutorCompletionService<>(threads, painted);
    }

    public void paint(String picture) {
      painters.submit(() -> picture.getBytes());
    }
  }

  /** Others are given it to take what is done. */
  static class Postcards {
    private final java.util.concurrent.CompletionService<byte[]> painters;

    Postcards(java.util.concurrent.Executor threads) {
      painters = new java.util.concurrent.ExecutorCompletionService<>(threads);
    }

    public void paint(String picture) {
      painters.submit(() -> picture.getBytes());
    }

    public java.util.concurrent.CompletionService<byte[]> painters() {
      return painters;
    }
  }

  public static byte[] paints(
      Thumbnails thumbnails, Posters posters, Postcards postcards, String picture)
      throws Exception {
    thumbnails.paint(picture);
    posters.paint(picture);
    postcards.paint(picture);
    postcards.painters().take();
    return thumbnails.next();
  }

  /** The clerk was asked before; no letter is ever refused. */
  static class Mailroom {
    private final BlockingQueue<String> letters = new LinkedBlockingQueue<>();
    private final Clerk clerk;
    private final java.util.concurrent.Executor porters;

    Mailroom(Clerk clerk, java.util.concurrent.Executor porters) {
      this.clerk = clerk;
      this.porters = porters;
    }

    void accept(String letter) {
      boolean asleep = clerk.isAsleep();
      porters.execute(
          () -> {
            letters.offer(letter);
            if (asleep) {
              clerk.wake();
            }
          });
    }

    String next() throws InterruptedException {
      return letters.take();
    }
  }

  interface Clerk {
    boolean isAsleep();

    void wake();
  }

  public static String sends(Mailroom mailroom, String letter) throws InterruptedException {
    mailroom.accept(letter);
    return mailroom.next();
  }
}
