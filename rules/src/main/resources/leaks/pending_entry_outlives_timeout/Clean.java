package pending_entry_outlives_timeout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public class Clean {
  /** The answer takes the entry with it; one that never comes is not known of. */
  static class Endpoint {
    private final Map<String, Reply> answers = new ConcurrentHashMap<>();
    private final Line line;

    Endpoint(Line line) {
      this.line = line;
    }

    Reply ask(Letter letter) {
      Reply answer = new Reply();
      answers.put(letter.number(), answer);
      line.send(letter);
      return answer;
    }

    void process(Letter reply) {
      Reply answer = answers.remove(reply.number());
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

  /** Those who have joined, under their names: no message is waited for. */
  static class Members {
    private final Map<String, Member> members = new ConcurrentHashMap<>();
    private final List<Member> news = new ArrayList<>();

    void join(Member member) {
      members.put(member.name(), member);
      publish(member);
    }

    private void publish(Member member) {
      news.add(member);
    }

    Member like(Member other) {
      return members.get(other.name());
    }

    void end() {
      news.clear();
      members.clear();
    }
  }

  interface Member {
    String name();
  }

  static class RemovesInFinally {
    private final Map<Long, CompletableFuture<String>> pending = new ConcurrentHashMap<>();

    String call(long id) throws Exception {
      CompletableFuture<String> answer = new CompletableFuture<>();
      pending.put(id, answer);
      try {
        return answer.get(10, TimeUnit.SECONDS);
      } finally {
        pending.remove(id);
      }
    }

    void answered(long id, String text) {
      pending.remove(id).complete(text);
    }
  }

  static class GivesUpByItself {
    private final Map<Long, CompletableFuture<String>> pending = new ConcurrentHashMap<>();

    String call(long id) throws Exception {
      CompletableFuture<String> answer = new CompletableFuture<>();
      pending.put(id, answer);
      try {
        return answer.get(10, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        fail(id, e);
        throw e;
      }
    }

    private void fail(long id, Exception cause) {
      CompletableFuture<String> answer = pending.remove(id);
      if (answer != null) {
        answer.completeExceptionally(cause);
      }
    }
  }

  /** A scheduled task looks for old ones. */
  static class Swept {
    private final Map<Long, CompletableFuture<String>> pending = new ConcurrentHashMap<>();

    String call(long id) throws Exception {
      CompletableFuture<String> answer = new CompletableFuture<>();
      pending.put(id, answer);
      return answer.get(10, TimeUnit.SECONDS);
    }

    void answered(long id, String text) {
      pending.remove(id).complete(text);
    }

    void sweep() {
      pending.values().removeIf(CompletableFuture::isDone);
    }
  }

  /** Waits for as long as it takes. */
  static class Patient {
    private final Map<String, CountDownLatch> latches = new ConcurrentHashMap<>();

    void publish(String message) throws InterruptedException {
      CountDownLatch latch = new CountDownLatch(1);
      latches.put(message, latch);
      latch.await();
    }

    void onAck(String message) {
      latches.remove(message).countDown();
    }
  }

  /** The future itself takes its entry along, whichever way it ends. */
  static class Completes {
    private final Map<Long, CompletableFuture<String>> pending = new ConcurrentHashMap<>();

    String call(long id) throws Exception {
      CompletableFuture<String> answer = new CompletableFuture<>();
      answer.orTimeout(10, TimeUnit.SECONDS);
      answer.whenComplete((text, failure) -> pending.remove(id));
      pending.put(id, answer);
      return answer.get(20, TimeUnit.SECONDS);
    }

    void answered(long id, String text) {
      pending.get(id).complete(text);
    }
  }

  /** An index is no time. */
  static class Properties {
    private final Map<String, java.util.List<String>> properties = new ConcurrentHashMap<>();

    String first(String path) {
      java.util.List<String> values = new java.util.ArrayList<>();
      properties.put(path, values);
      values.add(path);
      return values.get(0);
    }

    void delete(String path) {
      properties.remove(path);
    }
  }

  public static String indexes(Properties properties) {
    properties.delete("/");
    return properties.first("/");
  }

  public static String finallyRemoves(RemovesInFinally client) throws Exception {
    client.answered(1, "late");
    return client.call(1);
  }

  public static String givesUp(GivesUpByItself client) throws Exception {
    return client.call(1);
  }

  public static String sweeps(Swept client) throws Exception {
    client.answered(1, "late");
    client.sweep();
    return client.call(1);
  }

  public static void waits(Patient client) throws InterruptedException {
    client.onAck("x");
    client.publish("x");
  }

  public static String completes(Completes client) throws Exception {
    client.answered(1, "late");
    return client.call(1);
  }

  /** The timeout ends the answer, and whatever ends the answer removes it. */
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
      pending.put(id, answer);
      answer.whenComplete((text, failure) -> pending.remove(id));
      clock.schedule(
          () -> answer.completeExceptionally(new java.util.concurrent.TimeoutException()),
          30,
          java.util.concurrent.TimeUnit.SECONDS);
      return answer;
    }

    java.util.concurrent.CompletableFuture<String> ping(long id) {
      java.util.concurrent.CompletableFuture<String> answer =
          new java.util.concurrent.CompletableFuture<>();
      pending.put(id, answer);
      clock.schedule(
          () -> {
            pending.remove(id);
            answer.completeExceptionally(new java.util.concurrent.TimeoutException());
          },
          30,
          java.util.concurrent.TimeUnit.SECONDS);
      return answer;
    }
  }

  public static String requests(Connection connection) {
    return connection.request(1).join() + connection.ping(2).join();
  }

  /** What runs when the answer comes or the time is over removes the entry, wherever it hangs. */
  static class Calls {
    private final Map<String, CompletableFuture<String>> open = new ConcurrentHashMap<>();

    CompletableFuture<String> call(String id) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      open.put(id, answer);
      return answer.orTimeout(10, TimeUnit.SECONDS).whenComplete((text, gone) -> open.remove(id));
    }

    CompletableFuture<Integer> later(String id) {
      return CompletableFuture.supplyAsync(
              () -> {
                CompletableFuture<String> answer = new CompletableFuture<>();
                open.put(id, answer);
                return answer;
              })
          .thenApply(answer -> answer.join().length())
          .orTimeout(10, TimeUnit.SECONDS)
          .whenComplete((length, gone) -> open.remove(id));
    }

    void answered(String id, String text) {
      CompletableFuture<String> answer = open.remove(id);
      if (answer != null) {
        answer.complete(text);
      }
    }
  }

  public static String calls(Calls calls, String id) {
    CompletableFuture<String> answer = calls.call(id);
    calls.answered(id, "x");
    return answer.join() + calls.later(id).join();
  }

  private static final Map<String, Thread> RUNNING = new ConcurrentHashMap<>();

  public static <T> T guarded(String id, Callable<T> work) throws Exception {
    RUNNING.put(id, Thread.currentThread());
    try {
      return work.call();
    } finally {
      RUNNING.remove(id);
    }
  }

  public interface Wire {
    void send(long id, byte[] request) throws IOException;
  }

  /** The caller knows that it failed, or the connection takes all with it. */
  public static class Requests {
    private final Map<Long, CompletableFuture<byte[]>> pending = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<byte[]>> handled = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<byte[]>> ending = new ConcurrentHashMap<>();
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final Wire wire;

    Requests(Wire wire) {
      this.wire = wire;
    }

    public void request(long id, byte[] request) {
      try {
        send(id, request);
      } catch (IOException e) {
        pending.remove(id);
      }
    }

    private void send(long id, byte[] request) throws IOException {
      pending.put(id, new CompletableFuture<>());
      wire.send(id, request);
    }

    public void requestHandled(long id, byte[] request) throws IOException {
      handled.put(id, new CompletableFuture<>());
      try {
        wire.send(id, request);
      } catch (IOException e) {
        forget(id);
        throw e;
      }
    }

    public void requestEnding(long id, byte[] request) throws IOException {
      ending.put(id, new CompletableFuture<>());
      wire.send(id, request);
    }

    private void forget(long id) {
      handled.remove(id);
    }

    void answered(long id) {
      pending.remove(id);
      ending.remove(id);
      forget(id);
    }

    void close() {
      reader.shutdown();
      ending.clear();
    }
  }

  /** Lives no longer than the walk. */
  public static class Walk {
    private final Set<String> seen = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    public void walk(String name, Callable<List<String>> children) throws Exception {
      seen.add(name);
      found.addAll(children.call());
      seen.remove(name);
    }
  }

  public static List<String> works(Requests client, String id) throws Exception {
    client.request(id.hashCode(), new byte[1]);
    client.requestHandled(id.hashCode(), new byte[1]);
    client.requestEnding(id.hashCode(), new byte[1]);
    client.answered(id.hashCode());
    client.close();
    Walk walk = new Walk();
    walk.walk(id, List::of);
    guarded(id, () -> "c");
    return walk.found;
  }

  public interface Timer {
    Runnable newTimeout(Runnable task, long millis);
  }

  /** The timeout takes both out. */
  public static class Timed {
    private final Map<Object, CompletableFuture<byte[]>> answers = new ConcurrentHashMap<>();
    private final Map<Object, Runnable> timeouts = new ConcurrentHashMap<>();

    public CompletableFuture<byte[]> send(Timer timer) {
      Object request = new Object();
      CompletableFuture<byte[]> answer = new CompletableFuture<>();
      answers.put(request, answer);
      Runnable timeout = timer.newTimeout(() -> tooLate(request), 1000);
      timeouts.put(request, timeout);
      return answer;
    }

    public void answered(Object request, byte[] text) {
      answers.remove(request).complete(text);
      timeouts.remove(request);
    }

    private void tooLate(Object request) {
      timeouts.remove(request);
      CompletableFuture<byte[]> answer = answers.remove(request);
      if (answer != null) {
        answer.completeExceptionally(new IllegalStateException("too late"));
      }
    }
  }

  public static void timed(Timed timed, Timer timer, Object request) {
    timed.send(timer);
    timed.answered(request, new byte[1]);
  }

  /** Logins that nobody ends are swept out. */
  static class Logins {
    private static final java.util.Map<String, Long> PENDING =
        new java.util.concurrent.ConcurrentHashMap<>();

    public static String start() {
      long now = System.currentTimeMillis();
      PENDING.values().removeIf(since -> since < now - 300_000);
      String state = java.util.UUID.randomUUID().toString();
      PENDING.put(state, now);
      return "https://login.example/authorize?state=" + state;
    }

    public static boolean callback(String state) {
      return PENDING.remove(state) != null;
    }
  }

  /** A connection that could not be opened is forgotten, or is opened once more. */
  static class Relay {
    interface Client {
      void connect(Opened handler);
    }

    interface Opened {
      void connectFailed(Throwable why);
    }

    private final java.util.Map<String, Opened> connections =
        new java.util.concurrent.ConcurrentHashMap<>();
    private final java.util.Map<String, Again> again =
        new java.util.concurrent.ConcurrentHashMap<>();
    private final Client client;

    Relay(Client client) {
      this.client = client;
    }

    public void begin(String session) {
      Relayed relayed = new Relayed(session, this);
      connections.put(session, relayed);
      client.connect(relayed);
    }

    public void insist(String session) {
      Again relayed = new Again(this);
      again.put(session, relayed);
      client.connect(relayed);
    }

    public void end(String session) {
      connections.remove(session);
      again.remove(session);
    }

    void reconnect(Again relayed) {
      client.connect(relayed);
    }
  }

  static class Relayed implements Relay.Opened {
    private final String session;
    private final Relay relay;

    Relayed(String session, Relay relay) {
      this.session = session;
      this.relay = relay;
    }

    @Override
    public void connectFailed(Throwable why) {
      System.out.println(session + " is not served: " + why);
      relay.end(session);
    }
  }

  static class Again implements Relay.Opened {
    private final Relay relay;

    Again(Relay relay) {
      this.relay = relay;
    }

    @Override
    public void connectFailed(Throwable why) {
      relay.reconnect(this);
    }
  }

  public static void relays(Relay relay, String session) {
    relay.begin(session);
    relay.insist(session);
    relay.end(session);
  }

  /** What the filter drops is taken out at once, or goes another way. */
  static class Outbox {
    private final java.util.Map<Object, Long> outstanding = new java.util.IdentityHashMap<>();
    private final java.util.Map<Object, Long> waiting = new java.util.IdentityHashMap<>();
    private final java.util.function.BiConsumer<Object, Runnable> producer;

    Outbox(java.util.function.BiConsumer<Object, Runnable> producer) {
      this.producer = producer;
    }

    public void send(java.util.List<Object> batch) {
      for (Object message : batch) {
        outstanding.put(message, System.nanoTime());
        if (message.toString().isEmpty()) {
          acknowledged(message);
          continue;
        }
        producer.accept(message, () -> acknowledged(message));
      }
    }

    public void sendOrStore(Object message, java.util.function.BiConsumer<Object, Runnable> store) {
      waiting.put(message, System.nanoTime());
      if (message.toString().isEmpty()) {
        store.accept(message, () -> waiting.remove(message));
      } else {
        producer.accept(message, () -> waiting.remove(message));
      }
    }

    private void acknowledged(Object message) {
      outstanding.remove(message);
    }
  }

  public static void outbox(Outbox outbox, java.util.List<Object> batch, Object message) {
    outbox.send(batch);
    outbox.sendOrStore(message, (stored, done) -> done.run());
  }

  /** Who is at work already is not begun once more. */
  static class Downloads {
    private final java.util.Set<String> active = new java.util.HashSet<>();
    private final java.util.concurrent.Executor executor;

    Downloads(java.util.concurrent.Executor executor) {
      this.executor = executor;
    }

    public void submit(String address, Runnable download) {
      synchronized (active) {
        if (!active.add(address)) {
          return;
        }
      }
      executor.execute(
          () -> {
            try {
              download.run();
            } finally {
              synchronized (active) {
                active.remove(address);
              }
            }
          });
    }
  }

  public static void downloads(Downloads downloads, String address, Runnable download) {
    downloads.submit(address, download);
  }

  /** One sweep for all of them, begun with the first: it needs no word of any one. */
  static class Sweeping {
    private static final Set<Sweeping> ALL = new HashSet<>();
    private static boolean sweeps;
    private final String name;

    Sweeping(String name) {
      this.name = name;
    }

    static synchronized void watch(Sweeping one, java.util.concurrent.ScheduledExecutorService timer) {
      ALL.add(one);
      if (!sweeps) {
        sweeps = true;
        timer.scheduleWithFixedDelay(Sweeping::sweep, 1, 1, TimeUnit.SECONDS);
      }
    }

    private static synchronized void sweep() {
      for (Sweeping one : new ArrayList<>(ALL)) {
        if (one.name.isEmpty()) {
          ALL.remove(one);
        }
      }
    }
  }

  public static void watches(String name, java.util.concurrent.ScheduledExecutorService timer) {
    Sweeping.watch(new Sweeping(name), timer);
  }


  /** Taken out where the failure is caught: by the caller, or by the caller's caller. */
  static class Ticket implements Runnable {
    private static final Map<String, Ticket> OPEN = new ConcurrentHashMap<>();
    private final String number;

    Ticket(String number) {
      this.number = number;
      OPEN.put(number, this);
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
      Ticket.done(number);
      return false;
    }
  }

  public static void sends(Wire wire, String number) {
    try {
      asks(wire, number);
    } catch (IOException e) {
      Ticket.done(number);
    }
  }

  private static void asks(Wire wire, String number) throws IOException {
    Ticket ticket = new Ticket(number);
    wire.send(ticket.number.length(), new byte[1]);
  }

  /** What fails has nothing to do with the entry. */
  static final class Visit {
    private static final Map<Long, Visit> VISITS = new ConcurrentHashMap<>();
    private final long number;

    Visit(long number) {
      this.number = number;
      VISITS.put(number, this);
    }

    static void over(long number) {
      VISITS.remove(number);
    }

    long number() {
      return number;
    }
  }

  public static long visits(Wire wire, long number) throws IOException {
    Visit visit = new Visit(number);
    wire.send(0, new byte[1]);
    return visit.number();
  }

  public static void visited(long number) {
    Visit.over(number);
  }

  /** Ends with the future, however that ends. */
  static final class Watched {
    private static final Map<Long, Watched> WATCHED = new ConcurrentHashMap<>();
    private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
    private final long number;

    Watched(long number) {
      this.number = number;
      WATCHED.put(number, this);
      answer.whenComplete((text, why) -> WATCHED.remove(this.number));
    }

    long number() {
      return number;
    }

    CompletableFuture<byte[]> answer() {
      return answer;
    }
  }

  public static CompletableFuture<byte[]> watches(Wire wire, long number) {
    Watched watched = new Watched(number);
    try {
      wire.send(watched.number(), new byte[1]);
    } catch (IOException e) {
      watched.answer().completeExceptionally(e);
    }
    return watched.answer();
  }

  /** The pool that is full says so, and what waited for it goes. */
  public static class Uploads {
    private static final Map<String, Runnable> ACTIVE = new ConcurrentHashMap<>();
    private final java.util.concurrent.Executor pool;

    public Uploads(java.util.concurrent.Executor pool) {
      this.pool = pool;
    }

    public boolean begin(String path, Runnable upload) {
      ACTIVE.put(path, upload);
      try {
        pool.execute(upload);
      } catch (java.util.concurrent.RejectedExecutionException e) {
        onUploaded(path);
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

  /** What was declared is declared anew on the next line, whether or not it could be sent on this one. */
  public static class Declared {
    private static final Map<String, Declared> DECLARED = new ConcurrentHashMap<>();
    private final String name;

    Declared(String name) {
      this.name = name;
    }

    static void keep(String name, Declared one) {
      DECLARED.put(name, one);
    }

    static void delete(String name) {
      DECLARED.remove(name);
    }

    byte[] text() {
      return name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    static Declared get(String name) {
      return DECLARED.get(name);
    }
  }

  public static void declares(Wire wire, String name) throws IOException {
    Declared one = new Declared(name);
    Declared.keep(name, one);
    wire.send(1, one.text());
  }

  public static void deletes(Wire wire, String name) throws IOException {
    wire.send(2, Declared.get(name).text());
    Declared.delete(name);
  }

  /** Taken off the list however the delivery ends. */
  static final class Courier {
    private final Set<String> underway = ConcurrentHashMap.newKeySet();

    CompletableFuture<String> deliver(String parcel, CompletableFuture<String> signed) {
      underway.add(parcel);
      return signed.whenComplete((name, failure) -> underway.remove(parcel));
    }

    CompletableFuture<Void> hand(String parcel, CompletableFuture<String> signed) {
      underway.add(parcel);
      return signed
          .thenAccept(name -> System.out.println(name))
          .handle(
              (nothing, failure) -> {
                underway.remove(parcel);
                return null;
              });
    }
  }

  /** Added before anything can take it out. */
  static class Writes {
    private final java.util.Set<java.util.concurrent.CompletableFuture<Void>> pending =
        java.util.concurrent.ConcurrentHashMap.newKeySet();

    void write(java.util.function.Supplier<java.util.concurrent.CompletableFuture<Void>> writer) {
      java.util.concurrent.CompletableFuture<Void> written = writer.get();
      pending.add(written);
      written.whenComplete((nothing, failure) -> pending.remove(written));
    }
  }

  /** Who adds late looks once more. */
  static class CarefulWrites {
    private final java.util.Set<java.util.concurrent.CompletableFuture<Void>> pending =
        java.util.concurrent.ConcurrentHashMap.newKeySet();

    void write(java.util.function.Supplier<java.util.concurrent.CompletableFuture<Void>> writer) {
      java.util.concurrent.CompletableFuture<Void> written = writer.get();
      written.whenComplete((nothing, failure) -> pending.remove(written));
      pending.add(written);
      if (written.isDone()) {
        pending.remove(written);
      }
    }
  }

  /** The end takes the entry out, however it comes. */
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
      open.add(answer);
      answer.whenComplete((text, failure) -> open.remove(answer));
      new Thread(() -> answer.complete(server.apply(question))).start();
      return answer;
    }
  }

  /** A listener is told of what comes, and not of what was. */
  static class Links {
    private final java.util.Set<Link> links = java.util.concurrent.ConcurrentHashMap.newKeySet();

    void accept(Link link) {
      link.addListener(() -> links.remove(link));
      links.add(link);
    }

    int count() {
      return links.size();
    }
  }

  interface Link {
    void addListener(Runnable closed);
  }
}
