package pending_entry_outlives_timeout;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

public class Leaks {
  /** What was asked is looked up when its answer comes, and stays. */
  static class Endpoint {
    private final Map<String, Reply> answers = new ConcurrentHashMap<>();
    private final Line line;

    Endpoint(Line line) {
      this.line = line;
    }

    Reply ask(Letter letter) {
      Reply answer = new Reply();
      answers.put(letter.number(), answer); // LEAK
      line.send(letter);
      return answer;
    }

    void process(Letter reply) {
      Reply answer = answers.get(reply.number());
      if (answer != null) {
        answer.text = reply.text();
      }
    }
  }

  interface Line {
    void send(Letter letter);
  }

  interface Letter {
    String number();

    String text();
  }

  static class Reply {
    private volatile String text;

    String text() {
      return text;
    }
  }

  /** The reader thread removes what is answered, and only that. */
  static class RpcClient {
    private final Map<Long, CompletableFuture<String>> pending = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    String call(String request) throws Exception {
      long id = ids.incrementAndGet();
      CompletableFuture<String> answer = new CompletableFuture<>();
      pending.put(id, answer); // LEAK
      send(id, request);
      return answer.get(10, TimeUnit.SECONDS);
    }

    void answered(long id, String text) {
      CompletableFuture<String> answer = pending.remove(id);
      if (answer != null) {
        answer.complete(text);
      }
    }

    private void send(long id, String request) {
      System.out.println(id + request);
    }
  }

  static class Acknowledgements {
    private final Map<String, CountDownLatch> latches = new HashMap<>();

    boolean publish(String message, long millis) throws InterruptedException {
      CountDownLatch latch = new CountDownLatch(1);
      synchronized (latches) {
        latches.put(message, latch); // LEAK
      }
      return latch.await(millis, TimeUnit.MILLISECONDS);
    }

    void onAck(String message) {
      synchronized (latches) {
        CountDownLatch latch = latches.remove(message);
        if (latch != null) {
          latch.countDown();
        }
      }
    }
  }

  static class Answer {
    private String text;

    synchronized String take(long millis) throws InterruptedException {
      if (text == null) {
        wait(millis);
      }
      return text;
    }

    synchronized void bring(String answer) {
      text = answer;
      notifyAll();
    }
  }

  static class Questions {
    private final Map<Integer, Answer> open = new ConcurrentHashMap<>();

    String ask(int number) throws InterruptedException {
      Answer answer = new Answer();
      open.put(number, answer); // LEAK
      return answer.take(500);
    }

    void answer(int number, String text) {
      open.remove(number).bring(text);
    }
  }

  public static String calls(RpcClient client) throws Exception {
    client.answered(1, "late");
    return client.call("hello");
  }

  public static boolean publishes(Acknowledgements bus) throws InterruptedException {
    bus.onAck("x");
    return bus.publish("x", 10);
  }

  public static String asks(Questions questions) throws InterruptedException {
    questions.answer(1, "no");
    return questions.ask(1);
  }

  /** The timeout ends the answer, and forgets the map. */
  static class Connection {
    private final Map<Long, java.util.concurrent.CompletableFuture<String>> pending =
        new ConcurrentHashMap<>();
    private final java.util.concurrent.ScheduledExecutorService clock;

    Connection(java.util.concurrent.ScheduledExecutorService clock) {
      this.clock = clock;
    }

    java.util.concurrent.CompletableFuture<String> request(long id) {
      java.util.concurrent.CompletableFuture<String> answer =
          new java.util.concurrent.CompletableFuture<>();
      pending.put(id, answer); // LEAK
      clock.schedule(
          () -> answer.completeExceptionally(new java.util.concurrent.TimeoutException()),
          30,
          java.util.concurrent.TimeUnit.SECONDS);
      return answer;
    }

    void answered(long id, String text) {
      java.util.concurrent.CompletableFuture<String> answer = pending.remove(id);
      if (answer != null) {
        answer.complete(text);
      }
    }
  }

  public static String requests(Connection connection) {
    connection.answered(2, "x");
    return connection.request(1).join();
  }

  /** A map of the program's own; what the end of the connection clears does not help before. */
  static class Lookups {
    static class LongMap<V> {
      private final Map<Long, V> entries = new ConcurrentHashMap<>();

      V put(long key, V value) {
        return entries.put(key, value);
      }

      V remove(long key) {
        return entries.remove(key);
      }

      void clear() {
        entries.clear();
      }
    }

    private final LongMap<CompletableFuture<String>> waiting = new LongMap<>();
    private final java.util.concurrent.ScheduledExecutorService clock;

    Lookups(java.util.concurrent.ScheduledExecutorService clock) {
      this.clock = clock;
    }

    void lookup(long id, CompletableFuture<String> answer) {
      waiting.put(id, answer); // LEAK
      clock.schedule(
          () -> {
            if (!answer.isDone()) {
              answer.completeExceptionally(new java.util.concurrent.TimeoutException());
            }
          },
          30,
          TimeUnit.SECONDS);
    }

    void found(long id, String text) {
      CompletableFuture<String> answer = waiting.remove(id);
      if (answer != null) {
        answer.complete(text);
      }
    }

    void channelClosed() {
      waiting.clear();
    }
  }

  /** The limit of the future itself, and one of the chain around. */
  static class Calls {
    private final Map<String, CompletableFuture<String>> open = new ConcurrentHashMap<>();

    CompletableFuture<String> call(String id) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      open.put(id, answer); // LEAK
      return answer.orTimeout(10, TimeUnit.SECONDS);
    }

    CompletableFuture<String> later(String id) {
      return CompletableFuture.supplyAsync(() -> open(id))
          .thenCompose(answer -> answer)
          .orTimeout(10, TimeUnit.SECONDS);
    }

    private CompletableFuture<String> open(String id) {
      return new CompletableFuture<>();
    }

    void answered(String id, String text) {
      CompletableFuture<String> answer = open.remove(id);
      if (answer != null) {
        answer.complete(text);
      }
    }
  }

  static class Sinks {
    private final Map<String, StringBuilder> sinks = new ConcurrentHashMap<>();

    CompletableFuture<Integer> request(String id) {
      return CompletableFuture.supplyAsync(
              () -> {
                StringBuilder sink = new StringBuilder(id);
                sinks.put(id, sink); // LEAK
                return sink;
              })
          .thenApply(StringBuilder::length)
          .orTimeout(10, TimeUnit.SECONDS);
    }

    void answered(String id) {
      sinks.remove(id);
    }
  }

  public static String looks(Lookups lookups, CompletableFuture<String> answer) {
    lookups.lookup(1, answer);
    lookups.found(1, "x");
    lookups.channelClosed();
    return answer.join();
  }

  public static String calls(Calls calls, Sinks sinks, String id) {
    CompletableFuture<String> answer = calls.call(id);
    calls.answered(id, "x");
    CompletableFuture<Integer> length = sinks.request(id);
    sinks.answered(id);
    return answer.join() + calls.later(id).join() + length.join();
  }

  private static final Map<String, Thread> RUNNING = new ConcurrentHashMap<>();

  public static <T> T guarded(String id, Callable<T> work) throws Exception {
    RUNNING.put(id, Thread.currentThread()); // LEAK
    T result = work.call();
    RUNNING.remove(id);
    return result;
  }

  public interface Wire {
    void send(long id, byte[] request) throws IOException;
  }

  public static class Requests {
    private final Map<Long, CompletableFuture<byte[]>> pending = new ConcurrentHashMap<>();
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final Wire wire;

    Requests(Wire wire) {
      this.wire = wire;
    }

    public CompletableFuture<byte[]> request(long id, byte[] request) throws IOException {
      CompletableFuture<byte[]> answer = new CompletableFuture<>();
      pending.put(id, answer); // LEAK
      wire.send(id, request);
      return answer;
    }

    void start(Wire in) {
      reader.execute(() -> answered(1L, new byte[0]));
    }

    void answered(long id, byte[] text) {
      CompletableFuture<byte[]> answer = pending.remove(id);
      if (answer != null) {
        answer.complete(text);
      }
    }

    void close() {
      reader.shutdown();
    }
  }

  public static class Transfers {
    private static final Set<String> ACTIVE = ConcurrentHashMap.newKeySet();

    public void upload(String path, Wire wire) {
      ACTIVE.add(path); // LEAK
      try {
        wire.send(path.length(), path.getBytes());
        ACTIVE.remove(path);
      } catch (IOException e) {
        throw new IllegalStateException(path, e);
      }
    }
  }

  public static String works(Requests client, Transfers uploads, Wire wire, String id) throws Exception {
    client.start(wire);
    client.request(id.hashCode(), new byte[1]);
    uploads.upload(id, wire);
    client.close();
    return guarded(id, () -> "c");
  }

  public interface Timer {
    Runnable newTimeout(Runnable task, long millis);
  }

  /** The timeout takes its request out, and leaves its own handle. */
  public static class Timed {
    private final Map<Object, CompletableFuture<byte[]>> answers = new ConcurrentHashMap<>();
    private final Map<Object, Runnable> timeouts = new ConcurrentHashMap<>();

    public CompletableFuture<byte[]> send(Timer timer) {
      Object request = new Object();
      CompletableFuture<byte[]> answer = new CompletableFuture<>();
      answers.put(request, answer);
      Runnable timeout = timer.newTimeout(() -> tooLate(answers.remove(request)), 1000);
      timeouts.put(request, timeout); // LEAK
      return answer;
    }

    public void answered(Object request, byte[] text) {
      answers.remove(request).complete(text);
      Runnable timeout = timeouts.remove(request);
      if (timeout != null) {
        timeout.run();
      }
    }

    private static void tooLate(CompletableFuture<byte[]> answer) {
      if (answer != null) {
        answer.completeExceptionally(new IllegalStateException("too late"));
      }
    }
  }

  public static void timed(Timed timed, Timer timer, Object request) {
    timed.send(timer);
    timed.answered(request, new byte[1]);
  }

  /** Who begins a login and goes away leaves its state behind. */
  static class Logins {
    private static final java.util.Map<String, String> PENDING =
        new java.util.concurrent.ConcurrentHashMap<>();

    public static String start(String page) {
      String state = java.util.UUID.randomUUID().toString();
      PENDING.put(state, page); // LEAK
      return "https://login.example/authorize?state=" + state;
    }

    public static String callback(String state) {
      return PENDING.remove(state);
    }
  }

  /** A connection that could not be opened is told so, and stays. */
  static class Relay {
    interface Client {
      void connect(Opened handler);
    }

    interface Opened {
      void connected(Runnable sink);

      void connectFailed(Throwable why);
    }

    private final java.util.Map<String, Relayed> connections =
        new java.util.concurrent.ConcurrentHashMap<>();
    private final Client client;

    Relay(Client client) {
      this.client = client;
    }

    public void begin(String session) {
      Relayed relayed = new Relayed(session, this);
      connections.put(session, relayed); // LEAK: remove-method-never-removes
      client.connect(relayed);
    }

    public void end(String session) {
      Relayed relayed = connections.remove(session);
      if (relayed != null) {
        relayed.connected(null);
      }
    }

    void tell(String session, Throwable why) {
      System.out.println(session + " is not served: " + why);
    }
  }

  static class Relayed implements Relay.Opened {
    private final String session;
    private final Relay relay;
    private Runnable sink;

    Relayed(String session, Relay relay) {
      this.session = session;
      this.relay = relay;
    }

    @Override
    public synchronized void connected(Runnable to) {
      sink = to;
    }

    @Override
    public void connectFailed(Throwable why) {
      relay.tell(session, why);
    }

    synchronized boolean isOpen() {
      return sink != null;
    }
  }

  public static void relays(Relay relay, String session) {
    relay.begin(session);
    relay.end(session);
  }

  /** What the filter drops is never sent, and never taken out. */
  static class Outbox {
    private final java.util.Map<Object, Long> outstanding = new java.util.IdentityHashMap<>();
    private final java.util.function.UnaryOperator<Object> filter;
    private final java.util.function.BiConsumer<Object, Runnable> producer;

    Outbox(
        java.util.function.UnaryOperator<Object> filter,
        java.util.function.BiConsumer<Object, Runnable> producer) {
      this.filter = filter;
      this.producer = producer;
    }

    public void send(java.util.List<Object> batch) {
      for (Object message : batch) {
        synchronized (this) {
          outstanding.put(message, System.nanoTime()); // LEAK
        }
        Object filtered = filter.apply(message);
        if (filtered == null) {
          continue;
        }
        producer.accept(filtered, () -> acknowledged(message));
      }
    }

    private synchronized void acknowledged(Object message) {
      outstanding.remove(message);
    }
  }

  public static void outbox(Outbox outbox, java.util.List<Object> batch) {
    outbox.send(batch);
  }


  /** Registers itself; whoever cannot hand it to a worker leaves it there. */
  static class Ticket implements Runnable {
    private static final Map<String, Ticket> OPEN = new ConcurrentHashMap<>();
    private final String number;

    Ticket(String number) {
      this.number = number;
      OPEN.put(number, this); // LEAK
    }

    static void done(String number) {
      OPEN.remove(number);
    }

    @Override
    public void run() {
      System.out.println(number);
    }
  }

  public static boolean hands(java.util.concurrent.Executor workers, String number) {
    Ticket ticket = new Ticket(number);
    try {
      workers.execute(ticket);
      return true;
    } catch (java.util.concurrent.RejectedExecutionException e) {
      System.err.println("refused " + number);
      return false;
    }
  }

  public static void handed(String number) {
    Ticket.done(number);
  }

  /** Opened by a factory, taken out when it is answered, and lost when it cannot be asked. */
  static final class Inquiry {
    private static final Map<Long, Inquiry> INQUIRIES = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();
    private final long number = NUMBERS.incrementAndGet();
    private volatile String found;

    private Inquiry() {}

    static Inquiry open() {
      Inquiry inquiry = new Inquiry();
      INQUIRIES.put(inquiry.number, inquiry); // LEAK
      return inquiry;
    }

    long number() {
      return number;
    }

    String found() {
      return found;
    }

    static void found(long number, String text) {
      Inquiry inquiry = INQUIRIES.remove(number);
      if (inquiry != null) {
        inquiry.found = text;
      }
    }
  }

  public static String inquires(Wire wire, byte[] text) throws IOException {
    Inquiry inquiry = Inquiry.open();
    wire.send(inquiry.number(), text);
    return inquiry.found();
  }

  public static void inquired(long number, String text) {
    Inquiry.found(number, text);
  }

  /** The pool that is full says so, and the caller is told. */
  public static class Uploads {
    private static final Map<String, Runnable> ACTIVE = new ConcurrentHashMap<>();
    private final java.util.concurrent.Executor pool;

    public Uploads(java.util.concurrent.Executor pool) {
      this.pool = pool;
    }

    public boolean begin(String path, Runnable upload) {
      ACTIVE.put(path, upload); // LEAK
      try {
        pool.execute(upload);
      } catch (java.util.concurrent.RejectedExecutionException e) {
        return false;
      }
      return true;
    }

    public void onUploaded(String path) {
      ACTIVE.remove(path);
    }
  }

  public static void uploads(Uploads uploads, String path, Runnable upload) {
    if (!uploads.begin(path, upload)) {
      System.err.println("too busy for " + path);
    }
    uploads.onUploaded(path);
  }

  /** A delivery that fails is never taken off the list, since {@code thenAccept} is skipped then. */
  static final class Courier {
    private final Set<String> underway = ConcurrentHashMap.newKeySet();

    CompletableFuture<Void> deliver(String parcel, CompletableFuture<String> signed) {
      underway.add(parcel); // LEAK
      return signed.thenAccept(name -> underway.remove(parcel));
    }

    int count() {
      return underway.size();
    }
  }

  /** What is done already has been taken out before it is added. */
  static class Writes {
    private final java.util.Set<java.util.concurrent.CompletableFuture<Void>> pending =
        java.util.concurrent.ConcurrentHashMap.newKeySet();

    void write(java.util.function.Supplier<java.util.concurrent.CompletableFuture<Void>> writer) {
      java.util.concurrent.CompletableFuture<Void> written = writer.get();
      written.whenComplete((nothing, failure) -> pending.remove(written));
      pending.add(written); // LEAK
    }

    boolean isIdle() {
      return pending.isEmpty();
    }
  }

  /** The timeout stands in the method that asks, the entry in the one that sends. */
  static class Dials {
    private final java.util.List<java.util.concurrent.CompletableFuture<String>> open =
        new java.util.concurrent.CopyOnWriteArrayList<>();
    private final java.util.concurrent.ScheduledExecutorService timer;
    private final java.util.function.UnaryOperator<String> server;

    Dials(
        java.util.concurrent.ScheduledExecutorService timer,
        java.util.function.UnaryOperator<String> server) {
      this.timer = timer;
      this.server = server;
    }

    java.util.concurrent.CompletableFuture<String> call(String question) {
      java.util.concurrent.CompletableFuture<String> answer = send(question);
      timer.schedule(
          () -> answer.completeExceptionally(new java.util.concurrent.TimeoutException()),
          5,
          java.util.concurrent.TimeUnit.SECONDS);
      return answer;
    }

    private java.util.concurrent.CompletableFuture<String> send(String question) {
      java.util.concurrent.CompletableFuture<String> answer =
          new java.util.concurrent.CompletableFuture<>();
      begin(question, answer);
      return answer;
    }

    private void begin(String question, java.util.concurrent.CompletableFuture<String> answer) {
      open.add(answer); // LEAK
      new Thread(() -> finish(server.apply(question), answer)).start();
    }

    private void finish(String text, java.util.concurrent.CompletableFuture<String> answer) {
      answer.complete(text);
      open.remove(answer);
    }
  }
}
