package unbounded_queue;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;

public class Leaks {
  static class Log implements Runnable {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    void append(String line) throws InterruptedException {
      lines.put(line); // LEAK
    }

    @Override
    public void run() {
      try {
        while (true) {
          System.out.println(lines.take());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static class Uploads implements Callable<byte[]> {
    private static final LinkedBlockingDeque<byte[]> PENDING = new LinkedBlockingDeque<>();

    static void upload(byte[] part) throws InterruptedException {
      PENDING.put(part); // LEAK
    }

    @Override
    public byte[] call() throws InterruptedException {
      return PENDING.take();
    }
  }

  static class Mails {
    private final BlockingDeque<String> mails = new LinkedBlockingDeque<>();

    void urgent(String mail) throws InterruptedException {
      mails.putFirst(mail); // LEAK
    }

    String next() throws InterruptedException {
      return mails.takeFirst();
    }
  }

  static class Events {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>(Integer.MAX_VALUE);

    void publish(String event) throws InterruptedException {
      events.put(event); // LEAK
    }

    String next() throws InterruptedException {
      return events.take();
    }
  }

  public static void logs(String line) throws InterruptedException {
    Log log = new Log();
    new Thread(log).start();
    log.append(line);
  }

  public static byte[] uploads(byte[] part) throws InterruptedException {
    Uploads.upload(part);
    return new Uploads().call();
  }

  public static String mails(String mail) throws InterruptedException {
    Mails mails = new Mails();
    mails.urgent(mail);
    return mails.next();
  }

  public static String publishes(String event) throws InterruptedException {
    Events events = new Events();
    events.publish(event);
    return events.next();
  }

  /** The consumer waits for the network, the producers for nobody. */
  static class Metrics {
    private final java.util.Queue<String> none = new java.util.ArrayDeque<>();
    private final BlockingQueue<String> samples = new LinkedBlockingQueue<>();
    private final java.net.DatagramSocket socket;

    Metrics(java.net.DatagramSocket socket) {
      this.socket = socket;
      Thread sender = new Thread(new Sender());
      sender.setDaemon(true);
      sender.start();
    }

    void count(String name) {
      samples.offer(name + ":1|c"); // LEAK
    }

    private class Sender implements Runnable {
      @Override
      public void run() {
        try {
          while (none.isEmpty()) {
            byte[] sample = samples.take().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            socket.send(new java.net.DatagramPacket(sample, sample.length));
          }
        } catch (java.io.IOException | InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** Made by the factory of the class, which nobody else can bypass. */
  static final class Analytics {
    private final BlockingQueue<String> messages;

    private Analytics(BlockingQueue<String> messages) {
      this.messages = messages;
    }

    static Analytics create() {
      return new Analytics(new LinkedBlockingQueue<>());
    }

    void track(String message) throws InterruptedException {
      messages.put(message); // LEAK
    }

    String next() throws InterruptedException {
      return messages.take();
    }
  }

  public static void counts(java.net.DatagramSocket socket, String name) {
    new Metrics(socket).count(name);
  }

  public static String tracks(String message) throws InterruptedException {
    Analytics analytics = Analytics.create();
    analytics.track(message);
    return analytics.next();
  }

  /** Each request waits in memory, however many there are. */
  static class Frontend {
    private final java.util.concurrent.ThreadPoolExecutor workers =
        new java.util.concurrent.ThreadPoolExecutor( // LEAK
            4, 4, 0, java.util.concurrent.TimeUnit.SECONDS, new LinkedBlockingQueue<>());

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

  /** The queue of messages has a capacity, that of whispers was forgotten. */
  public static class Chat {
    private final java.util.concurrent.BlockingQueue<String> messages;
    private final java.util.concurrent.BlockingQueue<String> whispers;

    public Chat(int capacity) {
      messages = new java.util.concurrent.ArrayBlockingQueue<>(capacity);
      whispers = new java.util.concurrent.LinkedBlockingQueue<>();
    }

    public boolean say(String message) {
      return messages.offer(message);
    }

    public void whisper(String user, String message) {
      whispers.offer(user + ": " + message); // LEAK
    }

    String next(boolean mayWhisper) {
      String whisper = mayWhisper ? whispers.poll() : null;
      return whisper == null ? messages.poll() : whisper;
    }
  }

  /** Prepared for a refusal that never comes. */
  static class Changes {
    private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();
    private long lost;

    void submit(String change) {
      if (!changes.offer(change)) { // LEAK
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


  /** Named like something brief, and open until somebody closes it. */
  static class PageWriter implements AutoCloseable {
    private final java.util.concurrent.ExecutorService threads;
    private final java.util.concurrent.ExecutorCompletionService<Integer> written;

    PageWriter(java.util.concurrent.ExecutorService threads) {
      this.threads = threads;
      this.written = new java.util.concurrent.ExecutorCompletionService<>(threads);
    }

    public void write(String page) {
      written.submit(page::length); // LEAK
    }

    @Override
    public void close() {
      threads.shutdown();
    }
  }

  public static void writes(PageWriter writer, String page) {
    writer.write(page);
  }

  /** Wants the threads, and gets a queue of results with them. */
  static class Thumbnails {
    private final java.util.concurrent.CompletionService<byte[]> painters;

    Thumbnails(java.util.concurrent.Executor threads) {
      painters = new java.util.concurrent.ExecutorCompletionService<>(threads);
    }

    public void paint(String picture) {
      painters.submit(() -> picture.getBytes()); // LEAK
    }
  }

  public static void paints(Thumbnails thumbnails, String picture) {
    thumbnails.paint(picture);
  }

  /** The system has only so many sockets to give, and refuses the next one. */
  static class Door {
    private final BlockingQueue<java.net.Socket> guests = new LinkedBlockingQueue<>();

    void open(java.net.ServerSocket street) throws Exception {
      while (!street.isClosed()) {
        guests.put(street.accept()); // LEAK(low)
      }
    }

    java.net.Socket next() throws InterruptedException {
      return guests.take();
    }
  }

  /** The same of processes, but not of what is read from them. */
  static class Converters {
    private final BlockingQueue<Process> running = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> pages = new LinkedBlockingQueue<>();

    void convert(String page) throws Exception {
      running.put(new ProcessBuilder("convert", page).start()); // LEAK(low)
    }

    void read() throws Exception {
      pages.put(running.take().getInputStream().readAllBytes()); // LEAK
    }

    byte[] page() throws InterruptedException {
      return pages.take();
    }
  }

  public static void converts(Converters converters, String page) throws Exception {
    converters.convert(page);
    converters.read();
  }
}
