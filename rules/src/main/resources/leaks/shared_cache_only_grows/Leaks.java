package shared_cache_only_grows;

import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

public class Leaks {
  static class PathMatcher {
    private final ConcurrentMap<String, Pattern> patterns = new ConcurrentHashMap<>();

    boolean matches(String glob, String path) {
      Pattern pattern =
          patterns.computeIfAbsent(glob, g -> Pattern.compile(g.replace("*", ".*"))); // LEAK
      return pattern.matcher(path).matches();
    }
  }

  static class Resolver {
    private final ConcurrentMap<String, StringBuilder> templates = new ConcurrentHashMap<>();

    StringBuilder template(String name) {
      StringBuilder template = templates.get(name);
      if (template == null) {
        template = new StringBuilder("template of ").append(name);
        StringBuilder earlier = templates.putIfAbsent(name, template); // LEAK
        template = earlier == null ? template : earlier;
      }
      return template;
    }
  }

  /** No thread-safe map, but named for what it is: rules come from users, and it lets none go. */
  public static class Rules {
    private final Map<String, Pattern> ruleCache = new HashMap<>();

    public boolean holds(String rule, String text) {
      Pattern parsed = ruleCache.get(rule);
      if (parsed == null) {
        parsed = Pattern.compile(rule);
        ruleCache.put(rule, parsed); // LEAK
      }
      return parsed.matcher(text).find();
    }
  }

  static class Warnings {
    private final Set<String> given = ConcurrentHashMap.newKeySet();

    void once(String message) {
      if (!given.contains(message)) {
        given.add(message); // LEAK
        System.err.println(message);
      }
    }
  }

  static class Deprecations {
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    void warn(String parameter) {
      if (seen.add(parameter)) { // LEAK
        System.err.println(parameter + " will go");
      }
    }
  }

  /** Only the end of the client, which is the end of the program, empties it. */
  static class HttpClient implements AutoCloseable {
    private final ConcurrentMap<String, StringBuilder> destinations = new ConcurrentHashMap<>();

    StringBuilder destination(String origin) {
      return destinations.computeIfAbsent(origin, StringBuilder::new); // LEAK
    }

    @Override
    public void close() {
      destinations.clear();
    }
  }

  /** Under a lock, so an ordinary map does; the sets shrink, the map does not. */
  static class ConnectionManager {
    private final Map<InetAddress, Set<Socket>> byAddress = new HashMap<>();

    synchronized void opened(Socket socket) {
      Set<Socket> known = byAddress.get(socket.getInetAddress());
      if (known == null) {
        known = new HashSet<>();
        byAddress.put(socket.getInetAddress(), known); // LEAK
      }
      known.add(socket);
    }

    synchronized void closed(Socket socket) {
      byAddress.get(socket.getInetAddress()).remove(socket);
    }
  }

  public static void matches(String path) {
    PathMatcher matcher = new PathMatcher();
    inThreads(() -> matcher.matches(path + "/*", path));
  }

  public static void resolves(String name) {
    Resolver resolver = new Resolver();
    inThreads(() -> resolver.template(name));
  }

  public static void warns(String message) {
    Warnings warnings = new Warnings();
    inThreads(() -> warnings.once(message));
  }

  public static void deprecates(String parameter) {
    Deprecations deprecations = new Deprecations();
    inThreads(() -> deprecations.warn(parameter));
  }

  public static StringBuilder destination(String origin) {
    HttpClient client = new HttpClient();
    inThreads(() -> client.destination(origin));
    try (client) {
      return client.destination(origin);
    }
  }

  public static void connects(ConnectionManager manager, Socket socket) {
    manager.opened(socket);
    manager.closed(socket);
  }

  private static void inThreads(Runnable work) {
    new Thread(work).start();
    new Thread(work).start();
  }

  /** Meant to be swept from time to time, and nothing does. */
  static class LockRegistry {
    private final java.util.Map<String, long[]> locks =
        new java.util.concurrent.ConcurrentHashMap<>();

    public long[] obtain(String key) {
      return locks.computeIfAbsent(key, k -> new long[1]); // LEAK
    }

    public void expireUnusedOlderThan(long age) {
      java.util.Iterator<long[]> all = locks.values().iterator();
      while (all.hasNext()) {
        if (all.next()[0] < age) {
          all.remove();
        }
      }
    }
  }

  /** One for each class, in a static map, and each with a map for objects of callers. */
  static class Accessors {
    private static final java.util.Map<Class<?>, Accessors> ALL = new java.util.WeakHashMap<>();
    private final java.util.Map<Object, String> bySchema = new java.util.IdentityHashMap<>();

    static synchronized String of(Class<?> type, Object schema) {
      return ALL.computeIfAbsent(type, t -> new Accessors()).bySchema(schema);
    }

    private String bySchema(Object schema) {
      String known = bySchema.get(schema);
      if (known == null) {
        known = schema.toString();
        bySchema.put(schema, known); // LEAK
      }
      return known;
    }
  }

  public static String accesses(Object schema) {
    return Accessors.of(Leaks.class, schema);
  }

  public static long locks(String key) {
    LockRegistry registry = new LockRegistry();
    inThreads(() -> registry.obtain(key));
    return registry.obtain(key)[0];
  }

  /** One more with each event, until the end. */
  static class Sessions implements AutoCloseable {
    interface SessionListener {
      void opened(String id);
    }

    private final java.util.List<String> opened = new java.util.ArrayList<>();

    SessionListener listener() {
      return new SessionListener() {
        @Override
        public void opened(String id) {
          opened.add(id); // LEAK
        }
      };
    }

    @Override
    public void close() {
      opened.clear();
    }
  }

  public static void opens(String id) {
    try (Sessions sessions = new Sessions()) {
      sessions.listener().opened(id);
    }
  }

  /** Downloads are done soon, what stands for them stays until the end. */
  static class Downloads implements AutoCloseable {
    private final java.util.List<java.util.concurrent.Future<?>> running =
        new java.util.ArrayList<>();
    private final java.util.concurrent.ExecutorService pool;

    Downloads(java.util.concurrent.ExecutorService pool) {
      this.pool = pool;
    }

    synchronized void fetch(String address) {
      running.add(pool.submit(() -> System.out.println(address))); // LEAK
    }

    @Override
    public synchronized void close() {
      running.forEach(download -> download.cancel(true));
      running.clear();
    }
  }

  public static void downloads(Downloads downloads, String address) {
    downloads.fetch(address);
  }

  /** The task that has run leaves its handle behind. */
  static class Reminders {
    private final Map<String, java.util.concurrent.ScheduledFuture<?>> scheduled =
        new ConcurrentHashMap<>();
    private final java.util.concurrent.ScheduledExecutorService clock;

    Reminders(java.util.concurrent.ScheduledExecutorService clock) {
      this.clock = clock;
    }

    void remind(String id, String text, long seconds) {
      java.util.concurrent.ScheduledFuture<?> handle =
          clock.schedule(
              () -> System.out.println(text), seconds, java.util.concurrent.TimeUnit.SECONDS);
      scheduled.put(id, handle); // LEAK
    }

    void forget(String id) {
      java.util.concurrent.ScheduledFuture<?> handle = scheduled.remove(id);
      if (handle != null) {
        handle.cancel(false);
      }
    }
  }

  /** A watcher that is closed is still among those to close at the end. */
  static class WatchImpl implements AutoCloseable {
    static class Watcher implements AutoCloseable {
      private boolean open = true;

      @Override
      public void close() {
        open = false;
      }

      boolean isOpen() {
        return open;
      }
    }

    private final java.util.List<Watcher> watchers = new java.util.ArrayList<>();
    private final java.util.concurrent.atomic.AtomicBoolean closed =
        new java.util.concurrent.atomic.AtomicBoolean();

    synchronized Watcher watch(String path) {
      Watcher watcher = new Watcher();
      System.out.println(path + watcher.isOpen());
      watchers.add(watcher); // LEAK
      return watcher;
    }

    @Override
    public synchronized void close() {
      if (closed.compareAndSet(false, true)) {
        watchers.forEach(Watcher::close);
      }
    }
  }

  /** Each appender leaves what closes it with the queue. */
  static class Journal implements AutoCloseable {
    private final java.util.Set<Runnable> closers =
        new java.util.concurrent.CopyOnWriteArraySet<>();

    void addCloseListener(Runnable closer) {
      closers.add(closer); // LEAK
    }

    Appender appender() {
      return new Appender(this);
    }

    @Override
    public void close() {
      closers.forEach(Runnable::run);
    }
  }

  static class Appender implements AutoCloseable {
    private boolean closed;

    Appender(Journal journal) {
      journal.addCloseListener(this::close);
    }

    @Override
    public void close() {
      closed = true;
    }

    boolean isClosed() {
      return closed;
    }
  }

  /** Keeps all it makes, and gives nothing up. */
  static class ConsumerRegistry {
    private final ConcurrentMap<String, StringBuilder> consumers = new ConcurrentHashMap<>();

    StringBuilder create(String id, int size) {
      StringBuilder consumer = new StringBuilder(size);
      consumers.put(id, consumer); // LEAK
      return consumer;
    }

    StringBuilder consumer(String id) {
      return consumers.get(id);
    }
  }

  public static void reminds(Reminders reminders, String id) {
    reminders.remind(id, "x", 1);
    reminders.forget(id);
  }

  public static boolean watches(WatchImpl client, Journal journal, String path) {
    client.watch(path).close();
    Appender appender = journal.appender();
    appender.close();
    return appender.isClosed();
  }

  public static int consumes(ConsumerRegistry registry, String id) {
    return registry.create(id, 1).length() + registry.consumer(id).length();
  }

  /** An answer that is too old goes when the same name is asked for again, and else never. */
  static class AnswerCache {
    private final java.util.Map<String, Timed> answers =
        new java.util.concurrent.ConcurrentHashMap<>();

    Object find(String name) {
      Timed timed = answers.get(name);
      if (timed == null) {
        return null;
      }
      if (timed.isExpired()) {
        answers.remove(name);
        return null;
      }
      return timed.answer();
    }

    void store(String name, Object answer) {
      answers.put(name, new Timed(answer, System.currentTimeMillis() + 60_000)); // LEAK
    }
  }

  record Timed(Object answer, long until) {
    boolean isExpired() {
      return System.currentTimeMillis() > until;
    }
  }

  static Object answer(AnswerCache cache, String name) {
    cache.store(name, name.length());
    return cache.find(name);
  }

  /** A job can be ended by its name, and stays known by it. */
  static class Jobs {
    private final Map<String, Job> jobs = new HashMap<>();

    synchronized void add(String name, Job job) {
      jobs.put(name, job); // LEAK
    }

    synchronized Job named(String name) {
      return jobs.get(name);
    }
  }

  static class Job {
    private boolean ended;

    void shutdown() {
      ended = true;
    }

    boolean hasEnded() {
      return ended;
    }
  }

  static void jobs(Jobs jobs, String name) {
    jobs.add(name, new Job());
    Job job = jobs.named(name);
    if (!job.hasEnded()) {
      jobs.named(name).shutdown();
    }
  }

  /** Each runs until the end of all, as nothing ends one alone. */
  static class Watches implements AutoCloseable {
    private final Map<String, Watch> watches = new HashMap<>();

    synchronized void watch(String path) {
      Watch watch = new Watch(path);
      watch.start();
      watches.put(path + "/", watch); // LEAK
    }

    @Override
    public synchronized void close() {
      for (Watch watch : watches.values()) {
        watch.close();
      }
    }
  }

  static class Watch implements AutoCloseable {
    private final java.util.concurrent.atomic.AtomicBoolean running =
        new java.util.concurrent.atomic.AtomicBoolean();
    private final String path;

    Watch(String path) {
      this.path = path;
    }

    void start() {
      running.set(!path.isEmpty());
    }

    @Override
    public void close() {
      running.set(false);
    }
  }

  static void watches(Watches watches, String path) {
    watches.watch(path);
  }

  /** A session is disposed of by who asked for it, and stays here until the factory closes. */
  static class SessionFactory implements AutoCloseable {
    private final Map<Long, Session> open = new ConcurrentHashMap<>();
    private final KnowledgeBase base;

    SessionFactory(KnowledgeBase base) {
      this.base = base;
    }

    Session newSession() {
      Session session = base.newSession();
      open.put(session.number(), session); // LEAK
      return session;
    }

    Session find(long number) {
      return open.get(number);
    }

    @Override
    public void close() {
      open.clear();
    }
  }

  static class KnowledgeBase {
    private long last;

    synchronized Session newSession() {
      return new Session(++last);
    }
  }

  static class Session {
    private final long number;
    private boolean disposed;

    Session(long number) {
      this.number = number;
    }

    long number() {
      return number;
    }

    void dispose() {
      disposed = true;
    }

    boolean isDisposed() {
      return disposed;
    }
  }

  static void session(SessionFactory factory) {
    factory.newSession().dispose();
  }

  /** A context whose channel is gone is closed here, and its channel stays in the map. */
  static class Receivers {
    private final Map<Context, StringBuilder> channels = new java.util.IdentityHashMap<>();

    void associate(Context context, String name) {
      synchronized (channels) {
        channels.put(context, new StringBuilder(name)); // LEAK
      }
    }

    Runnable whenClosed(Context context) {
      return () -> context.close();
    }

    StringBuilder channel(Context context) {
      synchronized (channels) {
        return channels.get(context);
      }
    }
  }

  static class Context {
    private boolean closed;

    void close() {
      closed = true;
    }

    boolean isClosed() {
      return closed;
    }
  }

  static void receive(Receivers receivers, Context context, String name) {
    receivers.associate(context, name);
    receivers.whenClosed(context).run();
  }

  /** Each worker signs on as it is made, and signs off from nothing when it is stopped. */
  static class Office implements AutoCloseable {
    private final Map<String, Integer> hours = new ConcurrentHashMap<>();
    private final java.util.List<Worker> workers = new java.util.concurrent.CopyOnWriteArrayList<>();

    void signOn(Worker worker) {
      workers.add(worker); // LEAK
    }

    int hours() {
      return hours.size();
    }

    @Override
    public void close() {
      for (Worker worker : workers) {
        worker.stop();
      }
    }
  }

  static class Worker {
    private boolean stopped;

    Worker(Office office) {
      office.signOn(this);
    }

    void stop() {
      stopped = true;
    }

    boolean isStopped() {
      return stopped;
    }
  }

  static boolean work(Office office) {
    Worker worker = new Worker(office);
    worker.stop();
    return worker.isStopped();
  }

  /** One handler for all channels: one that ends in the middle of a line leaves its half. */
  @io.netty.channel.ChannelHandler.Sharable
  static class Lines extends io.netty.channel.ChannelInboundHandlerAdapter {
    private final java.util.Map<io.netty.channel.Channel, StringBuilder> halves =
        new java.util.concurrent.ConcurrentHashMap<>();

    @Override
    public void channelRead(io.netty.channel.ChannelHandlerContext context, Object message) {
      String text = (String) message;
      StringBuilder line =
          halves.computeIfAbsent(context.channel(), c -> new StringBuilder()); // LEAK
      line.append(text);
      if (text.endsWith("\n")) {
        halves.remove(context.channel());
        context.fireChannelRead(line.toString());
      }
    }
  }

  /** One conversation for each caller: over long before the house closes, and still in the set. */
  static class CallHouse implements AutoCloseable {
    private final Set<Conversation> conversations = ConcurrentHashMap.newKeySet();
    private final java.util.concurrent.Executor threads;

    CallHouse(java.util.concurrent.Executor threads) {
      this.threads = threads;
    }

    void answer(StringBuilder caller) {
      Conversation conversation = new Conversation(caller);
      conversations.add(conversation); // LEAK
      threads.execute(conversation);
    }

    @Override
    public void close() {
      for (Conversation conversation : conversations) {
        conversation.hangUp();
      }
      conversations.clear();
    }
  }

  static class Conversation implements Runnable {
    private final StringBuilder caller;
    private volatile boolean over;

    Conversation(StringBuilder caller) {
      this.caller = caller;
    }

    @Override
    public void run() {
      while (!over && caller.length() > 0) {
        caller.setLength(caller.length() - 1);
      }
    }

    void hangUp() {
      over = true;
    }
  }

  static void call(CallHouse server, StringBuilder caller) {
    server.answer(caller);
  }

  /** Who asks closes each cursor, which the database goes on keeping for its own end. */
  static class Database {
    private final java.util.List<Cursor> cursors = new java.util.ArrayList<>();

    synchronized Cursor find(String text) {
      Cursor cursor = new Cursor(text);
      remember(cursor);
      return cursor;
    }

    private void remember(Cursor cursor) {
      cursors.add(cursor); // LEAK
    }

    synchronized void close() {
      for (Cursor cursor : cursors) {
        cursor.close();
      }
      cursors.clear();
    }
  }

  static class Cursor implements AutoCloseable {
    private String text;

    Cursor(String text) {
      this.text = text;
    }

    int count() {
      return text.length();
    }

    @Override
    public void close() {
      text = null;
    }
  }

  static class Counting {
    int count(Database database, String text) {
      try (Cursor cursor = database.find(text)) {
        return cursor.count();
      }
    }
  }

  /** Each answer is there within moments; its subscription stays until the service closes. */
  static class AnswerService implements AutoCloseable {
    private final io.reactivex.rxjava3.disposables.CompositeDisposable running =
        new io.reactivex.rxjava3.disposables.CompositeDisposable();

    void ask(String question, java.util.function.Consumer<String> caller) {
      io.reactivex.rxjava3.disposables.Disposable asked =
          io.reactivex.rxjava3.core.Single.fromCallable(question::trim)
              .subscribe(caller::accept, e -> caller.accept(e.toString()));
      running.add(asked); // LEAK
    }

    @Override
    public void close() {
      running.dispose();
    }
  }

  /** A tunnel that is closed by itself, as in a try-with-resources statement, stays in the list. */
  public static class TunnelHost implements AutoCloseable {
    private final java.util.List<Tunnel> tunnels =
        new java.util.concurrent.CopyOnWriteArrayList<>();
    private int port = 9000;

    public Tunnel open(String host) {
      Tunnel tunnel = new Tunnel(host, port++);
      tunnels.add(tunnel); // LEAK
      return tunnel;
    }

    /** Nobody must know of this one. */
    public void giveBack(Tunnel tunnel) {
      tunnel.close();
      tunnels.remove(tunnel);
    }

    @Override
    public void close() {
      tunnels.forEach(Tunnel::close);
      tunnels.clear();
    }
  }

  public static class Tunnel implements AutoCloseable {
    private final String host;
    private int port;

    Tunnel(String host, int port) {
      this.host = host;
      this.port = port;
    }

    public String address() {
      return host + ":" + port;
    }

    @Override
    public void close() {
      port = -1;
    }
  }

  /** The same under a name of its own, made by another method. */
  public static class ReplayBook implements AutoCloseable {
    private final java.util.Map<Long, Replay> replays = new java.util.HashMap<>();
    private long next;

    public Replay start(String recording) {
      Replay replay = prepare(recording);
      replays.put(replay.id, replay); // LEAK(low)
      return replay;
    }

    private Replay prepare(String recording) {
      return new Replay(next++, recording);
    }

    @Override
    public void close() {
      replays.values().forEach(Replay::close);
    }
  }

  public static class Replay implements java.io.Closeable {
    final long id;
    private String recording;

    Replay(long id, String recording) {
      this.id = id;
      this.recording = recording;
    }

    @Override
    public void close() {
      recording = null;
    }
  }

  /** A closed line stays until the whole switchboard closes. */
  public static class Switchboard {
    private final java.util.Map<String, Line> lines = new java.util.concurrent.ConcurrentHashMap<>();

    public Line dial(String number) {
      return lines.computeIfAbsent(number, n -> new Line(n)); // LEAK
    }

    public void hangUp(String number) {
      Line line = lines.get(number);
      if (line != null) {
        line.close();
      }
    }

    public void close() {
      lines.values().forEach(Line::close);
      lines.clear();
    }
  }

  static class Line {
    private String number;

    Line(String number) {
      this.number = number;
    }

    void close() {
      number = null;
    }
  }

  /** One of many readings that a desk begins and ends, made by a factory: gone with its reading. */
  static class Reading {
    private final ConcurrentMap<String, Boolean> seen = new ConcurrentHashMap<>();

    boolean isNew(String page) {
      return seen.putIfAbsent(page, Boolean.TRUE) == null; // LEAK(low)
    }
  }

  abstract static class Desk {
    private final Map<String, Reading> readings = new HashMap<>();

    synchronized Reading begin(String reader) {
      Reading reading = reading(reader);
      readings.put(reader, reading);
      return reading;
    }

    protected abstract Reading reading(String reader);

    synchronized void end(String reader) {
      readings.remove(reader);
    }
  }

  static class PublicDesk extends Desk {
    @Override
    protected Reading reading(String reader) {
      if (reader.isEmpty()) {
        throw new IllegalArgumentException("nobody reads");
      }
      return new Reading();
    }
  }

  static class CountedDesk extends PublicDesk {
    private int readings;

    @Override
    protected Reading reading(String reader) {
      Reading reading = super.reading(reader);
      readings++;
      return reading;
    }

    int readings() {
      return readings;
    }
  }

  public static boolean reads(CountedDesk desk, String reader, String page) {
    boolean isNew = desk.begin(reader).isNew(page);
    desk.end(reader);
    return isNew && desk.readings() > 0;
  }

  interface Call {
    void say(String word);

    void close();
  }

  /** A part of what goes around one call, and is gone with that. */
  static class Dictionary {
    private final ConcurrentMap<String, char[]> words = new ConcurrentHashMap<>();
    private final Call call;

    Dictionary(Call call) {
      this.call = call;
    }

    int letters(String word) {
      return words.computeIfAbsent(word, String::toCharArray).length; // LEAK(low)
    }

    void end() {
      call.close();
    }
  }

  static class CountedCall implements Call {
    private final Call call;
    private final Dictionary dictionary;
    private int letters;

    CountedCall(Call call) {
      this.call = call;
      this.dictionary = new Dictionary(this);
    }

    @Override
    public void say(String word) {
      letters += dictionary.letters(word);
      call.say(word);
    }

    @Override
    public void close() {
      call.close();
    }
  }

  public static class Exchange {
    public Call count(Call call) {
      call = new CountedCall(call);
      call.say("hello");
      return call;
    }
  }

  /** Names that may be taken once only belong to somebody, as constants do. */
  public static class Marks {
    private final ConcurrentMap<String, Mark> marks = new ConcurrentHashMap<>();

    public Mark mark(String name) {
      return marks.computeIfAbsent(name, Mark::new); // LEAK(low)
    }

    public Mark add(String name) {
      Mark made = new Mark(name);
      if (marks.putIfAbsent(name, made) != null) {
        throw new IllegalArgumentException(name);
      }
      return made;
    }
  }

  record Mark(String name) {}

  /** Behind a view that locks each call: whoever wrote it expects threads. */
  public static class Headers {
    private final Map<String, String> canonical = java.util.Collections.synchronizedMap(new HashMap<>());

    public String canonical(String header) {
      String known = canonical.get(header);
      if (known == null) {
        known = header.trim().toLowerCase(java.util.Locale.ROOT);
        canonical.put(header, known); // LEAK
      }
      return known;
    }
  }

  /** The same in a constructor, with a set. */
  public static class OldSettings {
    private final Set<String> told;

    public OldSettings() {
      told = java.util.Collections.synchronizedSet(new HashSet<>());
    }

    public void tell(String setting) {
      if (!told.contains(setting)) {
        told.add(setting); // LEAK
        System.err.println(setting + " is deprecated");
      }
    }
  }
}
