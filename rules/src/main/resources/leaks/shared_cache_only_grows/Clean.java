package shared_cache_only_grows;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

public class Clean {
  private static final int LIMIT = 1_000;

  static class PathMatcher {
    private final ConcurrentMap<String, Pattern> patterns = new ConcurrentHashMap<>();

    boolean matches(String glob, String path) {
      if (patterns.size() >= LIMIT) {
        patterns.clear();
      }
      return patterns.computeIfAbsent(glob, Pattern::compile).matcher(path).matches();
    }
  }

  static class Units {
    private final ConcurrentMap<TimeUnit, String> names = new ConcurrentHashMap<>();

    String name(TimeUnit unit) {
      return names.computeIfAbsent(unit, u -> u.name().substring(0, 1));
    }
  }

  static class Flights {
    private final ConcurrentMap<String, Thread> inFlight = new ConcurrentHashMap<>();

    boolean load(String key) {
      if (inFlight.putIfAbsent(key, Thread.currentThread()) != null) {
        return false;
      }
      try {
        return key.length() > 3;
      } finally {
        inFlight.remove(key);
      }
    }
  }

  static class ImportRequest {
    private final ConcurrentMap<String, Long> ids = new ConcurrentHashMap<>();

    long id(String line) {
      return ids.computeIfAbsent(line, l -> (long) l.hashCode());
    }
  }

  static class WordCount {
    private final Map<String, Integer> words = new ConcurrentHashMap<>();

    void count(String text) {
      for (String word : text.split(" ")) {
        words.merge(word, 1, Integer::sum);
      }
    }

    int distinct() {
      return words.size();
    }
  }

  /** One for each connection, and it ends with it. */
  static class Connection implements AutoCloseable {
    private final ConcurrentMap<String, Integer> statements = new ConcurrentHashMap<>();

    int prepare(String sql) {
      return statements.computeIfAbsent(sql, String::length);
    }

    @Override
    public void close() {
      statements.clear();
    }
  }

  /** What is kept for each other object of the program comes in with it, and is few. */
  static class Cell {
    int value;
  }

  static class TransactionManager {
    private final Map<Cell, Integer> before = new HashMap<>();

    int before(Cell cell) {
      return before.computeIfAbsent(cell, c -> c.value);
    }
  }

  /** Who takes the lock gives it back, in the same thread. */
  static class Mutex {
    private final ConcurrentMap<Thread, Integer> holders = new ConcurrentHashMap<>();

    void acquire() {
      Thread current = Thread.currentThread();
      Integer depth = holders.get(current);
      holders.put(current, depth == null ? 1 : depth + 1);
    }

    void release() {
      holders.remove(Thread.currentThread());
    }
  }

  public static int prepares(String sql) {
    try (Connection connection = new Connection()) {
      new Thread(() -> connection.prepare(sql)).start();
      return connection.prepare(sql);
    }
  }

  public static int manages(TransactionManager manager, Cell cell) {
    return manager.before(cell);
  }

  public static void locks(Mutex mutex) {
    mutex.acquire();
    mutex.release();
  }

  public static void sharesPatterns(String path) {
    PathMatcher matcher = new PathMatcher();
    new Thread(() -> matcher.matches("/a/*", path)).start();
  }

  public static void sharesUnits(TimeUnit unit) {
    Units units = new Units();
    new Thread(() -> units.name(unit)).start();
  }

  public static void sharesFlights(String key) {
    Flights flights = new Flights();
    new Thread(() -> flights.load(key)).start();
  }

  public static void importsOnce(String line) {
    ImportRequest request = new ImportRequest();
    new Thread(() -> request.id(line)).start();
  }

  public static int countsHere(String text) {
    WordCount count = new WordCount();
    count.count(text);
    return count.distinct();
  }

  /** As many formats as the configuration names. */
  static class DateFormatCache {
    private final Map<String, java.text.SimpleDateFormat> formats = new HashMap<>();

    String format(String format, java.util.Date date) {
      java.text.SimpleDateFormat known = formats.get(format);
      if (known == null) {
        known = new java.text.SimpleDateFormat(format);
        formats.put(format, known);
      }
      return known.format(date);
    }
  }

  /** One of many that a generator makes and writes out. */
  static class SourceFile {
    private final ConcurrentMap<String, Integer> numbers = new ConcurrentHashMap<>();

    String unique(String name) {
      return name + numbers.merge(name, 1, Integer::sum);
    }
  }

  static class Generator {
    private final java.util.List<SourceFile> files = new java.util.ArrayList<>();

    SourceFile file() {
      SourceFile file = new SourceFile();
      files.add(file);
      return file;
    }

    int size() {
      return files.size();
    }
  }

  public static String generates(Generator generator, String name) {
    return generator.file().unique(name);
  }

  public static String formats(DateFormatCache cache, String format) {
    return cache.format(format, new java.util.Date(0));
  }

  /** Swept every minute. */
  static class LockRegistry {
    private final ConcurrentMap<String, long[]> locks = new ConcurrentHashMap<>();

    LockRegistry(java.util.concurrent.ScheduledExecutorService clock) {
      clock.scheduleWithFixedDelay(() -> expire(System.nanoTime()), 1, 1, TimeUnit.MINUTES);
    }

    public long[] obtain(String key) {
      return locks.computeIfAbsent(key, k -> new long[1]);
    }

    private void expire(long before) {
      locks.values().removeIf(lock -> lock[0] < before);
    }
  }

  public static long locksFor(
      java.util.concurrent.ScheduledExecutorService clock, String key) {
    return new LockRegistry(clock).obtain(key)[0];
  }

  /** Comes and goes with events. */
  static class Sessions implements AutoCloseable {
    interface SessionListener {
      void opened(String id);

      void closed(String id);
    }

    private final java.util.List<String> opened = new java.util.ArrayList<>();

    SessionListener listener() {
      return new SessionListener() {
        @Override
        public void opened(String id) {
          opened.add(id);
        }

        @Override
        public void closed(String id) {
          opened.remove(id);
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
      sessions.listener().closed(id);
    }
  }

  /** Drops what is done before it takes in more; the workers are as many as it starts with. */
  static class Downloads implements AutoCloseable {
    private final java.util.List<java.util.concurrent.Future<?>> running =
        new java.util.ArrayList<>();
    private final java.util.List<Thread> workers = new java.util.ArrayList<>();
    private final java.util.concurrent.ExecutorService pool;

    Downloads(java.util.concurrent.ExecutorService pool) {
      this.pool = pool;
      for (int i = 0; i < 4; i++) {
        workers.add(new Thread(this::report));
      }
    }

    private void report() {
      System.out.println(running.size());
    }

    synchronized void fetch(String address) {
      running.removeIf(java.util.concurrent.Future::isDone);
      running.add(pool.submit(() -> System.out.println(address)));
    }

    @Override
    public synchronized void close() {
      running.forEach(download -> download.cancel(true));
      running.clear();
      workers.forEach(Thread::interrupt);
    }
  }

  public static void downloads(Downloads downloads, String address) {
    downloads.fetch(address);
  }

  /** Taken out by the task itself, by what runs when it is done, or replaced by the next one. */
  static class Reminders {
    private final Map<String, java.util.concurrent.ScheduledFuture<?>> scheduled =
        new ConcurrentHashMap<>();
    private final Map<String, java.util.concurrent.ScheduledFuture<?>> repeated =
        new ConcurrentHashMap<>();
    private final java.util.concurrent.ScheduledExecutorService clock;

    Reminders(java.util.concurrent.ScheduledExecutorService clock) {
      this.clock = clock;
    }

    void remind(String id, String text, long seconds) {
      java.util.concurrent.ScheduledFuture<?> handle =
          clock.schedule(() -> run(id, text), seconds, java.util.concurrent.TimeUnit.SECONDS);
      scheduled.put(id, handle);
    }

    private void run(String id, String text) {
      scheduled.remove(id);
      System.out.println(text);
    }

    void forget(String id) {
      java.util.concurrent.ScheduledFuture<?> handle = scheduled.remove(id);
      if (handle != null) {
        handle.cancel(false);
      }
    }

    void repeat(String id, String text) {
      repeated.put(
          id,
          clock.scheduleAtFixedRate(
              () -> System.out.println(text), 1, 1, java.util.concurrent.TimeUnit.SECONDS));
    }

    void stop(String id) {
      repeated.remove(id).cancel(false);
    }
  }

  /** A watcher takes itself out when it is closed. */
  static class WatchClient implements AutoCloseable {
    class Watcher implements AutoCloseable {
      @Override
      public void close() {
        watchers.remove(this);
      }
    }

    private final java.util.Set<Watcher> watchers = ConcurrentHashMap.newKeySet();

    Watcher watch(String path) {
      Watcher watcher = new Watcher();
      System.out.println(path);
      watchers.add(watcher);
      return watcher;
    }

    @Override
    public void close() {
      watchers.forEach(Watcher::close);
    }
  }

  /** What it is told of as it starts ends with it. */
  static class Journal implements AutoCloseable {
    private final java.util.Set<Runnable> closers =
        new java.util.concurrent.CopyOnWriteArraySet<>();
    private final Sync sync = new Sync(this);

    void addCloseListener(Runnable closer) {
      closers.add(closer);
    }

    @Override
    public void close() {
      sync.close();
      closers.forEach(Runnable::run);
    }
  }

  static class Sync implements AutoCloseable {
    private boolean closed;

    Sync(Journal journal) {
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

  public static void reminds(Reminders reminders, String id) {
    reminders.remind(id, "x", 1);
    reminders.forget(id);
    reminders.repeat(id, "y");
    reminders.stop(id);
  }

  public static boolean watches(WatchClient client, String path) {
    client.watch(path).close();
    Journal journal = new Journal();
    journal.close();
    return journal.sync.isClosed();
  }

  /** A function that answers null takes the entry out. */
  static class Attempts {
    private final ConcurrentMap<String, Integer> failed = new ConcurrentHashMap<>();

    void failed(String host) {
      failed.compute(host, (name, count) -> count == null ? 1 : count + 1);
    }

    void succeeded(String host) {
      failed.compute(host, (name, count) -> count == null || count <= 1 ? null : count - 1);
    }
  }

  public static void attempt(Attempts attempts, String host, boolean good) {
    if (good) {
      attempts.succeeded(host);
    } else {
      attempts.failed(host);
    }
  }

  /** The results of the last hundred jobs, for who comes to ask. */
  static class Jobs {
    private final Map<String, java.util.concurrent.Future<?>> jobs =
        java.util.Collections.synchronizedMap(
            new java.util.LinkedHashMap<>() {
              @Override
              protected boolean removeEldestEntry(
                  Map.Entry<String, java.util.concurrent.Future<?>> eldest) {
                return size() > 100;
              }
            });

    void run(java.util.concurrent.ExecutorService pool, String id) {
      jobs.put(id, pool.submit(() -> System.out.println(id)));
    }

    void remove(String id) {
      jobs.remove(id);
    }
  }

  public static void jobs(java.util.concurrent.ExecutorService pool, String id) {
    Jobs jobs = new Jobs();
    jobs.run(pool, id);
    jobs.remove(id);
  }

  /** What is too old goes when it is asked for, or when the next one comes. */
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
      answers.values().removeIf(Timed::isExpired);
      answers.put(name, new Timed(answer, System.currentTimeMillis() + 60_000));
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

  /** A job that ends is forgotten; one that only stops may start again. */
  static class NamedJobs {
    private final Map<String, NamedJob> jobs = new HashMap<>();

    synchronized void add(String name, NamedJob job) {
      jobs.put(name, job);
    }

    synchronized void end(String name) {
      jobs.get(name).shutdown();
      jobs.remove(name);
    }
  }

  static class NamedServices {
    private final Map<String, NamedJob> services = new HashMap<>();

    synchronized void add(String name, NamedJob job) {
      services.put(name, job);
    }

    synchronized void pause(String name) {
      services.get(name).stop();
    }
  }

  static class NamedJob {
    private boolean ended;

    void shutdown() {
      ended = true;
    }

    void stop() {
      ended = !ended;
    }
  }

  static void namedJobs(NamedJobs jobs, NamedServices services, String name) {
    jobs.add(name, new NamedJob());
    services.add(name, new NamedJob());
    services.pause(name);
    jobs.end(name);
  }

  /** One for each path, and one can be ended alone. */
  static class Watches implements AutoCloseable {
    private final Map<String, Watch> watches = new HashMap<>();

    synchronized void watch(String path) {
      Watch watch = new Watch(path);
      watch.start();
      watches.put(path, watch);
    }

    synchronized void unwatch(String path) {
      Watch watch = watches.remove(path);
      if (watch != null) {
        watch.close();
      }
    }

    @Override
    public synchronized void close() {
      for (Watch watch : watches.values()) {
        watch.close();
      }
    }
  }

  static class Watch implements AutoCloseable {
    private final String path;
    private boolean running;

    Watch(String path) {
      this.path = path;
    }

    void start() {
      running = !path.isEmpty();
    }

    @Override
    public void close() {
      running = false;
    }
  }

  static void watches(Watches watches, String path) {
    watches.watch(path);
    watches.unwatch(path);
  }

  /** A session that is done with takes itself out. */
  static class SessionRegistry implements AutoCloseable {
    private final Map<Long, Runnable> open = new ConcurrentHashMap<>();

    Visit openVisit(long number) {
      Visit visit = new Visit(this, number);
      open.put(number, visit::close);
      return visit;
    }

    void forget(long number) {
      open.remove(number);
    }

    @Override
    public void close() {
      open.values().forEach(Runnable::run);
    }
  }

  static class Visit implements AutoCloseable {
    private final SessionRegistry registry;
    private final long number;

    Visit(SessionRegistry registry, long number) {
      this.registry = registry;
      this.number = number;
    }

    @Override
    public void close() {
      registry.forget(number);
    }
  }

  static void visit(SessionRegistry registry, long number) {
    registry.openVisit(number).close();
  }

  /** One client for each of a few hosts, which all who ask share until the end. */
  static class Clients implements AutoCloseable {
    private final Map<Host, HostClient> clients = new ConcurrentHashMap<>();

    HostClient client(Host host) {
      HostClient known = clients.get(host);
      return known == null ? createClient(host) : known;
    }

    private HostClient createClient(Host host) {
      HostClient client = new HostClient(host);
      clients.put(host, client);
      return client;
    }

    /** Ends one that was made for this alone. */
    boolean isReachable(Host host) {
      HostClient probe = new HostClient(host);
      probe.close();
      return probe.isClosed();
    }

    @Override
    public void close() {
      for (HostClient client : clients.values()) {
        client.close();
      }
      clients.clear();
    }
  }

  enum Host {
    NEAR,
    FAR
  }

  static class HostClient implements AutoCloseable {
    private final Host host;
    private boolean closed;

    HostClient(Host host) {
      this.host = host;
    }

    boolean isClosed() {
      return closed && host != null;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  static boolean clients(Clients clients, Host host) {
    return clients.client(host).isClosed() || clients.isReachable(host);
  }

  /** What is told of a channel's end takes its half line out. */
  @io.netty.channel.ChannelHandler.Sharable
  static class Lines extends io.netty.channel.ChannelInboundHandlerAdapter {
    private final java.util.Map<io.netty.channel.Channel, StringBuilder> halves =
        new java.util.concurrent.ConcurrentHashMap<>();

    @Override
    public void channelRead(io.netty.channel.ChannelHandlerContext context, Object message) {
      String text = (String) message;
      StringBuilder line = halves.computeIfAbsent(context.channel(), c -> new StringBuilder());
      line.append(text);
      if (text.endsWith("\n")) {
        halves.remove(context.channel());
        context.fireChannelRead(line.toString());
      }
    }

    @Override
    public void channelInactive(io.netty.channel.ChannelHandlerContext context) {
      forget(context.channel());
      context.fireChannelInactive();
    }

    private void forget(io.netty.channel.Channel channel) {
      halves.remove(channel);
    }
  }

  /** The channel itself tells of its end. */
  @io.netty.channel.ChannelHandler.Sharable
  static class Names extends io.netty.channel.ChannelInboundHandlerAdapter {
    private final java.util.Map<io.netty.channel.ChannelId, String> names =
        new java.util.concurrent.ConcurrentHashMap<>();

    @Override
    public void channelActive(io.netty.channel.ChannelHandlerContext context) {
      io.netty.channel.Channel channel = context.channel();
      names.put(channel.id(), channel.remoteAddress().toString());
      channel.closeFuture().addListener(done -> names.remove(channel.id()));
      context.fireChannelActive();
    }
  }

  /** Whoever is done leaves; and the number of helpers is what somebody asked for. */
  static class FrontDesk implements AutoCloseable {
    private final Set<Visitor> visitors = ConcurrentHashMap.newKeySet();
    private final Set<Helper> helpers = ConcurrentHashMap.newKeySet();
    private final java.util.concurrent.Executor threads;

    FrontDesk(java.util.concurrent.Executor threads) {
      this.threads = threads;
    }

    void receive(StringBuilder question) {
      Visitor visitor = new Visitor(this, question);
      visitors.add(visitor);
      threads.execute(visitor);
    }

    void done(Visitor visitor) {
      visitors.remove(visitor);
    }

    void help(int more) {
      for (int i = 0; i < more; i++) {
        Helper helper = new Helper(i);
        helpers.add(helper);
        threads.execute(helper);
      }
    }

    @Override
    public void close() {
      visitors.clear();
      helpers.clear();
    }
  }

  static class Visitor implements Runnable {
    private final FrontDesk desk;
    private final StringBuilder question;

    Visitor(FrontDesk desk, StringBuilder question) {
      this.desk = desk;
      this.question = question;
    }

    @Override
    public void run() {
      question.reverse();
      desk.done(this);
    }
  }

  static class Helper implements Runnable {
    private final int number;

    Helper(int number) {
      this.number = number;
    }

    @Override
    public void run() {
      System.out.println(number);
    }
  }

  static void desk(FrontDesk server, StringBuilder question) {
    server.receive(question);
    server.help(2);
  }

  /** Each cursor tells the database when it is closed. */
  static class Database {
    private final java.util.List<Cursor> cursors = new java.util.ArrayList<>();

    synchronized Cursor find(String text) {
      Cursor cursor = new Cursor(this, text);
      remember(cursor);
      return cursor;
    }

    private void remember(Cursor cursor) {
      cursors.add(cursor);
    }

    synchronized void forget(Cursor cursor) {
      cursors.remove(cursor);
    }

    synchronized void close() {
      for (Cursor cursor : new java.util.ArrayList<>(cursors)) {
        cursor.close();
      }
      cursors.clear();
    }
  }

  static class Cursor implements AutoCloseable {
    private final Database database;
    private final String text;

    Cursor(Database database, String text) {
      this.database = database;
      this.text = text;
    }

    int count() {
      return text.length();
    }

    @Override
    public void close() {
      database.forget(this);
    }
  }

  static class Counting {
    int count(Database database, String text) {
      try (Cursor cursor = database.find(text)) {
        return cursor.count();
      }
    }
  }

  /** A book is closed with its pages by who has opened it. */
  static class Book {
    private final java.util.List<Page> pages = new java.util.ArrayList<>();

    Page turn(String text) {
      Page page = new Page(text);
      pages.add(page);
      return page;
    }

    void close() {
      for (Page page : pages) {
        page.close();
      }
      pages.clear();
    }
  }

  static class Page implements AutoCloseable {
    private String text;

    Page(String text) {
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

  static class Reading {
    int count(Book book, String text) {
      Page page = book.turn(text);
      int count = page.count();
      page.close();
      book.close();
      return count;
    }
  }

  /** A cache for one drawing: whoever asks the factory for a pen is done with it at once. */
  static class Pen {
    private final Map<String, int[]> glyphCache = new HashMap<>();

    int width(String text) {
      int[] outline = glyphCache.get(text);
      if (outline == null) {
        outline = text.chars().toArray();
        glyphCache.put(text, outline);
      }
      return outline.length;
    }
  }

  static class Drawing {
    int draw(String[] lines) {
      Pen pen = pen();
      int width = 0;
      for (String line : lines) {
        width += pen.width(line);
      }
      return width;
    }

    private Pen pen() {
      return new Pen();
    }
  }

  /** Takes out what is done; and a window, which is closed soon, needs not. */
  static class QuietService implements AutoCloseable {
    private final io.reactivex.rxjava3.disposables.CompositeDisposable running =
        new io.reactivex.rxjava3.disposables.CompositeDisposable();

    void ask(String question, java.util.function.Consumer<String> caller) {
      io.reactivex.rxjava3.disposables.SerialDisposable place =
          new io.reactivex.rxjava3.disposables.SerialDisposable();
      running.add(place);
      place.set(
          io.reactivex.rxjava3.core.Single.fromCallable(question::trim)
              .doFinally(() -> running.delete(place))
              .subscribe(caller::accept, e -> caller.accept(e.toString())));
    }

    @Override
    public void close() {
      running.dispose();
    }
  }

  static class AskingWindow implements AutoCloseable {
    private final io.reactivex.rxjava3.disposables.CompositeDisposable running =
        new io.reactivex.rxjava3.disposables.CompositeDisposable();

    void ask(String question, java.util.function.Consumer<String> caller) {
      running.add(
          io.reactivex.rxjava3.core.Single.fromCallable(question::trim)
              .subscribe(caller::accept, e -> caller.accept(e.toString())));
    }

    @Override
    public void close() {
      running.dispose();
    }
  }

  /** Each channel takes itself out when it is closed, or tells who made it. */
  public static class ChannelHost implements AutoCloseable {
    private final java.util.List<Channel> channels = new java.util.ArrayList<>();

    public Channel open(String topic) {
      Channel channel = new Channel(this, topic);
      channels.add(channel);
      return channel;
    }

    void closed(Channel channel) {
      channels.remove(channel);
    }

    @Override
    public void close() {
      java.util.List.copyOf(channels).forEach(Channel::close);
    }
  }

  public static class Channel implements AutoCloseable {
    private final ChannelHost host;
    private final String topic;

    Channel(ChannelHost host, String topic) {
      this.host = host;
      this.topic = topic;
    }

    public String topic() {
      return topic;
    }

    @Override
    public void close() {
      host.closed(this);
    }
  }

  /** Those that were closed go when the next one is opened. */
  public static class ProbeHost implements AutoCloseable {
    private final java.util.List<Probe> probes = new java.util.ArrayList<>();

    public Probe open(String name) {
      probes.removeIf(probe -> probe.done);
      Probe probe = new Probe(name, () -> {});
      probes.add(probe);
      return probe;
    }

    @Override
    public void close() {
      probes.forEach(Probe::close);
      probes.clear();
    }
  }

  public static class Probe implements AutoCloseable {
    private final String name;
    private final Runnable ended;
    private boolean done;

    Probe(String name, Runnable ended) {
      this.name = name;
      this.ended = ended;
    }

    @Override
    public String toString() {
      return name;
    }

    @Override
    public void close() {
      done = true;
      ended.run();
    }
  }

  /** What is run at the end of each takes it out. */
  public static class SensorHost implements AutoCloseable {
    private final java.util.Set<Probe> sensors = new java.util.HashSet<>();

    public Probe attach(String name) {
      Probe[] self = new Probe[1];
      Probe probe = new Probe(name, () -> sensors.remove(self[0]));
      self[0] = probe;
      sensors.add(probe);
      return probe;
    }

    @Override
    public void close() {
      java.util.Set.copyOf(sensors).forEach(Probe::close);
    }
  }

  /** There is nothing under a name of which there is no class. */
  interface Plugins {
    Object make(String name) throws ClassNotFoundException, InstantiationException;
  }

  static class Translators {
    private final java.util.Map<String, Object> byName =
        new java.util.concurrent.ConcurrentHashMap<>();
    private final Plugins plugins;

    Translators(Plugins plugins) {
      this.plugins = plugins;
    }

    public Object find(String name) throws ClassNotFoundException, InstantiationException {
      Object found = byName.get(name);
      if (found == null) {
        found = plugins.make(name);
        byName.put(name, found);
      }
      return found;
    }
  }

  /** Quills go with their case: what is closed early is a folio. */
  static class Quills implements AutoCloseable {
    private final java.util.List<Quill> all = new java.util.ArrayList<>();

    Quill quill() {
      Quill quill = new Quill();
      all.add(quill);
      return quill;
    }

    @Override
    public void close() {
      for (Quill quill : all) {
        quill.close();
      }
    }
  }

  static class Quill implements AutoCloseable {
    private boolean dry;

    String write(String text) {
      return dry ? "" : text;
    }

    @Override
    public void close() {
      dry = true;
    }
  }

  interface Folio extends AutoCloseable {
    String title();

    @Override
    void close();
  }

  static class Scribe {
    private final java.util.function.Supplier<Folio> shelf;
    private final Quills quills;

    Scribe(java.util.function.Supplier<Folio> shelf, Quills quills) {
      this.shelf = shelf;
      this.quills = quills;
    }

    void copy(java.util.concurrent.Executor writers) {
      Folio folio = shelf.get();
      writers.execute(
          () -> {
            Quill quill = quills.quill();
            System.out.println(quill.write(folio.title()));
            folio.close();
          });
    }
  }

  /** The view locks, and the map behind it holds its keys weakly. */
  public static class Labels {
    private final Map<Object, String> labels =
        java.util.Collections.synchronizedMap(new java.util.WeakHashMap<>());

    public String label(Object of) {
      String known = labels.get(of);
      if (known == null) {
        known = "label " + labels.size();
        labels.put(of, known);
      }
      return known;
    }
  }

  /** No thread shares it, and it is done with when the text is. */
  public static int words(String text) {
    Counts counts = new Counts();
    for (String word : text.split(" ")) {
      counts.count(word);
    }
    return counts.total();
  }

  static class Counts {
    private final Map<String, Integer> counts = new java.util.HashMap<>();

    void count(String word) {
      Integer known = counts.get(word);
      if (known == null) {
        known = 0;
      }
      counts.put(word, known + 1);
    }

    int total() {
      return counts.size();
    }
  }
}
