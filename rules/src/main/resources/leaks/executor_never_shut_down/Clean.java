package executor_never_shut_down;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class Clean {
  static class Mailer implements AutoCloseable {
    private final ExecutorService sender = Executors.newFixedThreadPool(2);

    void send(String mail) {
      sender.execute(() -> System.out.println(mail));
    }

    @Override
    public void close() throws InterruptedException {
      sender.shutdown();
      if (!sender.awaitTermination(10, TimeUnit.SECONDS)) {
        sender.shutdownNow();
      }
    }
  }

  /** Ended by a method that knows how. */
  static class Poller {
    private ScheduledExecutorService clock;

    void start(Runnable poll) {
      clock = Executors.newSingleThreadScheduledExecutor();
      clock.scheduleAtFixedRate(poll, 1, 1, TimeUnit.SECONDS);
    }

    void stop() {
      end(clock);
    }

    private static void end(ExecutorService executor) {
      if (executor != null) {
        executor.shutdownNow();
      }
    }
  }

  /** Serves the whole life of the program. */
  static final class Background {
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    static Future<?> run(Runnable task) {
      return THREADS.submit(task);
    }
  }

  /** Not its own: whoever gave it ends it. */
  static class Borrower {
    private final ExecutorService executor;

    Borrower(ExecutorService executor) {
      this.executor = executor;
    }

    void run(Runnable task) {
      executor.execute(task);
    }
  }

  private static class Workers {
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    ExecutorService threads() {
      return threads;
    }
  }

  static class Importer implements AutoCloseable {
    private final Workers workers = new Workers();

    void run(Runnable task) {
      workers.threads().execute(task);
    }

    @Override
    public void close() {
      workers.threads().shutdown();
    }
  }

  public static ExecutorService given(int threads) {
    return Executors.newFixedThreadPool(threads);
  }

  public static int local(List<Callable<Integer>> tasks)
      throws ExecutionException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      int sum = 0;
      for (Future<Integer> result : pool.invokeAll(tasks)) {
        sum += result.get();
      }
      return sum;
    } finally {
      pool.shutdown();
    }
  }

  public static Borrower handedOn() {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    return new Borrower(pool);
  }

  public static void use(String mail, Runnable task) throws InterruptedException {
    try (Mailer mailer = new Mailer()) {
      mailer.send(mail);
    }
    try (Importer importer = new Importer()) {
      importer.run(task);
    }
    Poller poller = new Poller();
    poller.start(task);
    poller.stop();
    Background.run(task);
    handedOn().run(task);
    ExecutorService pool = given(1);
    new Borrower(pool).run(task);
    pool.shutdown();
  }

  /** Its threads end when there is nothing to do. */
  static class Fallback {
    private static volatile ExecutorService executor;

    static void run(Runnable task) {
      if (executor == null) {
        synchronized (Fallback.class) {
          if (executor == null) {
            executor =
                new java.util.concurrent.ThreadPoolExecutor(
                    0,
                    1,
                    10,
                    TimeUnit.MILLISECONDS,
                    new java.util.concurrent.LinkedBlockingQueue<>());
          }
        }
      }
      executor.execute(task);
    }
  }

  public static void fallsBack(Runnable task) {
    Fallback.run(task);
  }

  public static com.google.common.util.concurrent.ListenableFuture<String> asks(
      Callable<String> question, ExecutorService shared) {
    return com.google.common.util.concurrent.Futures.submit(question, shared);
  }

  /** A part that its owner ends, by whatever it is called. */
  static class Heartbeats {
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);

    void beat(Runnable beat) {
      clock.scheduleAtFixedRate(beat, 1, 1, TimeUnit.SECONDS);
    }

    void shutdown() {
      clock.shutdownNow();
    }
  }

  static class Node {
    private final Heartbeats heartbeats = new Heartbeats();

    void start(Runnable beat) {
      heartbeats.beat(beat);
    }

    void stop() {
      heartbeats.shutdown();
    }
  }

  /** Keeps all that it makes, to end them together. */
  static final class Pools {
    private static final java.util.List<ExecutorService> ALL = new java.util.ArrayList<>();

    private Pools() {}

    static ExecutorService newPool(int threads) {
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      ALL.add(pool);
      return pool;
    }

    static void shutdown() {
      ALL.forEach(ExecutorService::shutdown);
      ALL.clear();
    }
  }

  static class Resizer implements AutoCloseable {
    private final ExecutorService threads = Pools.newPool(2);
    private int images;

    void resize(Runnable image) {
      threads.execute(image);
      images++;
    }

    @Override
    public void close() {
      System.out.println(images);
    }
  }

  static void beats(Runnable image) {
    try (Resizer resizer = new Resizer()) {
      resizer.resize(image);
    }
    Pools.shutdown();
    Node node = new Node();
    node.start(image);
    node.stop();
  }

  /** Asked to end, and made to where it does not in time. */
  static class Leases {
    private final ExecutorService renewers = Executors.newFixedThreadPool(4);

    void renew(Runnable renewal) {
      renewers.execute(renewal);
    }

    void stop() {
      renewers.shutdown();
      try {
        if (!renewers.awaitTermination(2, TimeUnit.SECONDS)) {
          renewers.shutdownNow();
        }
      } catch (InterruptedException e) {
        renewers.shutdownNow();
      }
    }
  }

  /** Shared with a part that ends it. */
  static class Worker {
    private final ExecutorService threads;

    Worker(ExecutorService threads) {
      this.threads = threads;
    }

    void stop() {
      threads.shutdown();
    }
  }

  static class Boss implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Worker worker = new Worker(threads);

    void run(Runnable task) {
      threads.execute(task);
    }

    @Override
    public void close() {
      worker.stop();
    }
  }

  static void leases(Runnable renewal) {
    Leases leases = new Leases();
    leases.renew(renewal);
    leases.stop();
    try (Boss boss = new Boss()) {
      boss.run(renewal);
    }
  }

  /** Its way to the end of its threads has a name of its own. */
  static class Storage {
    private final ExecutorService writer = Executors.newFixedThreadPool(1);

    void write(Runnable page) {
      writer.execute(page);
    }

    void leave() {
      shutdown();
    }

    void shutdown() {
      writer.shutdown();
    }
  }

  static class Store {
    private final Storage storage = new Storage();

    void put(Runnable page) {
      storage.write(page);
    }

    void dispose() {
      storage.leave();
    }
  }

  static void puts(Runnable page) {
    Store store = new Store();
    store.put(page);
    store.dispose();
  }

  /** Ends one pool, and gives the other to a part of its own that ends it. */
  static class Gateway implements AutoCloseable {
    private final ExecutorService readers = Executors.newFixedThreadPool(2);
    private final ExecutorService writers = Executors.newFixedThreadPool(2);
    private final Transport transport;

    Gateway(Transports transports) {
      transport = transports.over(writers);
    }

    void copy(Runnable read) {
      readers.execute(read);
      transport.send(read);
    }

    @Override
    public void close() {
      readers.shutdown();
      transport.close();
    }
  }

  interface Transports {
    Transport over(ExecutorService threads);
  }

  interface Transport {
    void send(Runnable message);

    void close();
  }

  /** Shows the pool to whoever started it. */
  public static class Lent implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private int uses;

    public ExecutorService getThreads() {
      uses++;
      return threads;
    }

    @Override
    public void close() {
      System.out.println(uses);
    }
  }

  static void lends(Transports transports, Runnable task) {
    try (Gateway gateway = new Gateway(transports)) {
      gateway.copy(task);
    }
    Lent lent = new Lent();
    lent.getThreads().execute(task);
    lent.getThreads().shutdown();
    lent.close();
  }

  /** Who asks for the pool ends it. */
  public static class Hub {
    private final java.util.concurrent.ScheduledExecutorService pool;

    public Hub() {
      pool = java.util.concurrent.Executors.newScheduledThreadPool(10);
    }

    public java.util.concurrent.ScheduledExecutorService pool() {
      return pool;
    }
  }

  static void connects(Hub hub) {
    hub.pool().shutdown();
  }

  /** Asks the one that has it for the group, and ends it. */
  public static class Stream {
    private final io.netty.bootstrap.Bootstrap bootstrap = new io.netty.bootstrap.Bootstrap();
    private io.netty.channel.EventLoopGroup loops;

    public void connect(String host) {
      loops = new io.netty.channel.nio.NioEventLoopGroup(2);
      bootstrap.group(loops).connect(host, 443);
    }

    public void disconnect() {
      bootstrap.config().group().shutdownGracefully();
    }
  }

  /** What shows a pool in another way ends it. */
  static class Loader implements AutoCloseable {
    private final com.google.common.util.concurrent.ListeningExecutorService stores =
        com.google.common.util.concurrent.MoreExecutors.listeningDecorator(
            Executors.newFixedThreadPool(4));

    void read(Runnable store) {
      stores.execute(store);
    }

    @Override
    public void close() {
      stores.shutdown();
    }
  }

  /** Runs its commands in what it is given, as its owner does. */
  public static class Commands {
    private final java.util.concurrent.Executor threads;

    public Commands(java.util.concurrent.Executor given) {
      threads = given == null ? Executors.newFixedThreadPool(2) : given;
    }

    public void run(Runnable command) {
      threads.execute(command);
    }

    public void destroy() {
      if (threads instanceof ExecutorService) {
        ((ExecutorService) threads).shutdown();
      }
    }
  }

  public static class Cluster {
    private final Commands commands;
    private boolean closed;

    public Cluster(java.util.concurrent.Executor threads) {
      commands = new Commands(threads);
    }

    public void run(Runnable command) {
      commands.run(command);
    }

    public void close() {
      closed = true;
    }

    public boolean isClosed() {
      return closed;
    }
  }

  static void streams(java.util.concurrent.Executor threads) {
    Stream stream = new Stream();
    stream.connect("localhost");
    stream.disconnect();
    try (Loader loader = new Loader()) {
      loader.read(() -> {});
    }
    Cluster cluster = new Cluster(threads);
    cluster.run(() -> {});
    cluster.close();
  }

  /** One thread for a stage that is made once, with the bean. */
  public static class Streams {
    @org.springframework.context.annotation.Bean
    public reactor.core.publisher.Flux<String> names(reactor.core.publisher.Flux<String> all) {
      return all.publishOn(reactor.core.scheduler.Schedulers.newSingle("names"));
    }
  }

  /** Ends the builder's own. */
  public static class Registry implements AutoCloseable {
    private final ScheduledExecutorService clock;
    private final boolean own;

    private Registry(Builder builder) {
      clock = builder.clock == null ? Executors.newScheduledThreadPool(1) : builder.clock;
      own = builder.clock == null;
    }

    public void later(Runnable task) {
      clock.schedule(task, 10, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
      if (own) {
        clock.shutdown();
      }
    }

    public static class Builder {
      private ScheduledExecutorService clock;

      public Builder clock(ScheduledExecutorService given) {
        clock = given;
        return this;
      }

      public Registry build() {
        return new Registry(this);
      }
    }
  }

  static void builds(Runnable task, Streams streams) {
    streams.names(reactor.core.publisher.Flux.just("a")).subscribe();
    try (Registry registry = new Registry.Builder().build()) {
      registry.later(task);
    }
  }
}

class StoppedBefore {
  /** The old clock is stopped before there is a new one; and without one there is none to stop. */
  static class Plugins {
    private ScheduledExecutorService clock;

    void start(Runnable plugin) {
      clock = Executors.newScheduledThreadPool(1);
      clock.scheduleAtFixedRate(plugin, 1, 1, TimeUnit.SECONDS);
    }

    void restart(Runnable plugin) {
      stop();
      start(plugin);
    }

    void stop() {
      if (clock == null) {
        return;
      }
      clock.shutdownNow();
      clock = null;
    }
  }

  static void redeploy(Plugins plugins, Runnable plugin) {
    plugins.start(() -> {});
    plugins.restart(plugin);
    plugins.stop();
  }

  /** The group goes when its channel does. */
  static io.netty.channel.ChannelFuture connects(String host) {
    io.netty.channel.EventLoopGroup loops = new io.netty.channel.nio.NioEventLoopGroup();
    io.netty.channel.ChannelFuture made =
        new io.netty.bootstrap.Bootstrap()
            .group(loops)
            .channel(io.netty.channel.socket.nio.NioSocketChannel.class)
            .connect(host, 80);
    made.channel().closeFuture().addListener(closed -> loops.shutdownGracefully());
    return made;
  }

  /** Each is ended, with its owner or when it is taken out. */
  public static class Topics implements AutoCloseable {
    private final java.util.Map<String, ExecutorService> byName =
        new java.util.concurrent.ConcurrentHashMap<>();

    public void run(String topic, Runnable task) {
      byName.computeIfAbsent(topic, name -> Executors.newSingleThreadExecutor()).execute(task);
    }

    public void forget(String topic) {
      ExecutorService threads = byName.remove(topic);
      if (threads != null) {
        threads.shutdown();
      }
    }

    @Override
    public void close() {
      byName.values().forEach(ExecutorService::shutdown);
    }
  }

  /** Whoever takes one ends it. */
  static class Spares {
    private final java.util.Deque<ExecutorService> all = new java.util.ArrayDeque<>();

    void fill() {
      all.add(Executors.newFixedThreadPool(1));
    }

    ExecutorService take() {
      return all.poll();
    }

    void close() {
      all.clear();
    }
  }

  /** Ends the old ones before it has others. */
  static class Resized implements AutoCloseable {
    private ExecutorService threads = Executors.newFixedThreadPool(1);

    void setSize(int size) {
      ExecutorService old = threads;
      threads = Executors.newFixedThreadPool(size);
      old.shutdown();
    }

    void run(Runnable task) {
      threads.execute(task);
    }

    @Override
    public void close() {
      threads.shutdown();
    }
  }

  static void many(Runnable task, Spares spares) {
    try (Topics topics = new Topics();
        Resized resized = new Resized()) {
      topics.run("a", task);
      topics.forget("a");
      resized.setSize(2);
      resized.run(task);
    }
    spares.fill();
    spares.take().shutdown();
    spares.close();
  }
}

/** What is taken out is looked at, and ended. */
class EndedTenants {
  private final java.util.Map<String, ExecutorService> pools =
      new java.util.concurrent.ConcurrentHashMap<>();

  void run(String tenant, Runnable task) {
    pools.computeIfAbsent(tenant, t -> Executors.newFixedThreadPool(2)).execute(task);
  }

  void left(String tenant) {
    ExecutorService pool = pools.get(tenant);
    if (pool != null) {
      pool.shutdown();
      pools.remove(tenant);
    }
  }

  void close() {
    pools.values().forEach(ExecutorService::shutdown);
    pools.clear();
  }

  static void serve(Runnable task) {
    EndedTenants tenants = new EndedTenants();
    tenants.run("one", task);
    tenants.left("one");
    tenants.close();
  }
}

/** The group ends with its connection. */
class EndedAccepts extends io.netty.channel.ChannelInitializer<io.netty.channel.Channel> {
  @Override
  protected void initChannel(io.netty.channel.Channel channel) {
    io.netty.util.concurrent.EventExecutorGroup slow =
        new io.netty.util.concurrent.DefaultEventExecutorGroup(4);
    channel.pipeline().addLast(slow, "work", new io.netty.channel.ChannelDuplexHandler());
    channel.closeFuture().addListener(closed -> slow.shutdownGracefully());
  }
}

/** And the clock with its subscriber. */
class EndedPrices {
  private final java.util.function.Supplier<String> source;

  EndedPrices(java.util.function.Supplier<String> source) {
    this.source = source;
  }

  reactor.core.publisher.Flux<String> of(String share) {
    return reactor.core.publisher.Flux.defer(
        () -> {
          reactor.core.scheduler.Scheduler clock =
              reactor.core.scheduler.Schedulers.newSingle("prices-" + share);
          return reactor.core.publisher.Flux.interval(java.time.Duration.ofSeconds(1), clock)
              .map(tick -> source.get())
              .doFinally(signal -> clock.dispose());
        });
  }

  static void accepts() {
    new io.netty.channel.embedded.EmbeddedChannel(new EndedAccepts()).close();
    new EndedPrices(() -> "1").of("a").take(2).blockLast();
  }
}

/** The one way to end it leads to the other. */
class CleanCourier {
  private final java.util.Queue<String> parcels = new java.util.concurrent.ConcurrentLinkedQueue<>();
  private final ExecutorService riders = Executors.newFixedThreadPool(3);
  private volatile boolean stopped;

  void send(String parcel) {
    if (!stopped) {
      parcels.add(parcel);
      riders.execute(() -> System.out.println(parcels.poll()));
    }
  }

  public void stop() {
    stopped = true;
    parcels.clear();
    end();
  }

  public void stop(long timeout, TimeUnit unit) throws InterruptedException {
    stopped = true;
    parcels.clear();
    if (riders.awaitTermination(timeout, unit)) {
      System.out.println("in time");
    }
    end();
  }

  private void end() {
    riders.shutdownNow();
  }

  static void courier() throws InterruptedException {
    CleanCourier courier = new CleanCourier();
    courier.send("a");
    courier.stop(1, TimeUnit.SECONDS);
    new CleanCourier().stop();
  }
}

/** Waits for its work to end, whatever the time; others are to end it. */
class CleanMill {
  private final java.util.Queue<String> corn = new java.util.concurrent.ConcurrentLinkedQueue<>();
  private final ExecutorService wheels = Executors.newFixedThreadPool(3);

  void grind(String grain) {
    corn.add(grain);
    wheels.execute(() -> System.out.println(corn.poll()));
  }

  public void stop(long timeout) throws InterruptedException {
    corn.clear();
    Thread.sleep(timeout);
  }

  public void stop() {
    corn.clear();
    wheels.shutdownNow();
  }

  static void mill() throws InterruptedException {
    CleanMill mill = new CleanMill();
    mill.grind("a");
    mill.stop(10);
    mill.stop();
  }
}

/** What is settled as the object is made also says whether there is a pool, or work for it. */
class CleanArchive {
  private final java.io.Writer log;
  private final ExecutorService threads;
  private final ExecutorService others;

  CleanArchive(java.io.Writer log, boolean wide) {
    this.log = log;
    this.threads = log == null ? null : Executors.newFixedThreadPool(2);
    this.others = Executors.newFixedThreadPool(wide ? 4 : 2);
  }

  CleanArchive() {
    this(null, true);
  }

  void keep(Runnable copy) {
    if (log != null) {
      threads.execute(copy);
      others.execute(copy);
    }
  }

  void close() throws java.io.IOException {
    if (log == null) {
      return;
    }
    log.flush();
    others.shutdown();
    threads.shutdown();
  }

  static void archive(java.io.Writer log) throws java.io.IOException {
    CleanArchive archive = new CleanArchive();
    archive.keep(() -> System.out.println("kept"));
    archive.close();
    new CleanArchive(log, false).close();
  }
}

/** Ends what it made itself, and leaves what it was given. */
class CleanLoan {
  private final boolean own;
  private final ExecutorService threads;

  CleanLoan(ExecutorService threads) {
    this.own = false;
    this.threads = threads;
  }

  CleanLoan() {
    this.own = true;
    this.threads = Executors.newFixedThreadPool(2);
  }

  void run(Runnable work) {
    threads.execute(work);
  }

  void close() {
    if (own) {
      threads.shutdown();
    }
  }
}

/** Asks for the clock that all share. */
class CleanBucket {
  private static final ScheduledExecutorService SHARED = Executors.newScheduledThreadPool(1);
  private final ScheduledExecutorService clock;

  CleanBucket(ScheduledExecutorService clock) {
    this.clock = java.util.Optional.ofNullable(clock).orElseGet(CleanBucket::sharedClock);
  }

  private static ScheduledExecutorService sharedClock() {
    return SHARED;
  }

  void later(Runnable work) {
    clock.schedule(work, 1, TimeUnit.SECONDS);
  }
}

/** Ends the clock that it may have made itself. */
class CleanMeter implements AutoCloseable {
  private final ScheduledExecutorService clock;

  CleanMeter(ScheduledExecutorService clock) {
    this.clock = java.util.Optional.ofNullable(clock).orElseGet(this::ownClock);
  }

  private ScheduledExecutorService ownClock() {
    return Executors.newScheduledThreadPool(1);
  }

  void later(Runnable work) {
    clock.schedule(work, 1, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    clock.shutdown();
  }
}

/** Others can say that the workers are its own. */
class CleanKitchen implements AutoCloseable {
  private final ExecutorService cooks;
  private boolean borrowed = true;

  CleanKitchen(ExecutorService cooks) {
    this.cooks = cooks;
  }

  CleanKitchen() {
    this(Executors.newFixedThreadPool(3));
    hire(true);
  }

  void hire(boolean own) {
    borrowed = !own;
  }

  void cook(Runnable meal) {
    cooks.execute(meal);
  }

  @Override
  public void close() {
    if (!borrowed) {
      cooks.shutdown();
    }
  }
}

/** Closed once; a flag that is only ever set to true has another value before. */
class CleanGarden implements AutoCloseable {
  private final ExecutorService workers;
  private final boolean own;
  private boolean closed;

  CleanGarden(ExecutorService workers) {
    this.own = workers == null;
    this.workers = own ? Executors.newFixedThreadPool(2) : workers;
  }

  void water(Runnable bed) {
    workers.execute(bed);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (own) {
      workers.shutdown();
    }
  }
}

/** Asks for the workers again to end them. */
class CleanPortal implements AutoCloseable {
  private final com.sun.net.httpserver.HttpServer server;

  CleanPortal(com.sun.net.httpserver.HttpServer server, int workers) {
    this.server = server;
    server.setExecutor(Executors.newFixedThreadPool(workers));
  }

  @Override
  public void close() {
    server.stop(0);
    ((ExecutorService) server.getExecutor()).shutdown();
  }
}

abstract class CleanGauge implements AutoCloseable {
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);

  CleanGauge() {
    clock.scheduleWithFixedDelay(this::read, 1, 1, TimeUnit.SECONDS);
  }

  abstract void read();

  final void halt() {
    clock.shutdownNow();
  }

  @Override
  public void close() {
    halt();
  }
}

/** Ends the clock by another method of the base class. */
class CleanFileGauge extends CleanGauge {
  private final java.io.Writer log;

  CleanFileGauge(java.io.Writer log) {
    this.log = log;
  }

  @Override
  void read() {
    System.out.println(log);
  }

  @Override
  public void close() {
    halt();
    try {
      log.close();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

/** There for as long as the program runs, and closed by nobody on purpose. */
class SharedGauge extends CleanGauge {
  static final CleanGauge SHARED = new SharedGauge();

  @Override
  void read() {
    System.out.println("shared");
  }

  @Override
  public void close() {}
}

/** A channel ends by itself, and leaves then. */
class CleanRadio {
  private final java.util.Map<String, Channel> channels =
      new java.util.concurrent.ConcurrentHashMap<>();

  final class Channel {
    private final String name;
    private final ExecutorService sender = Executors.newFixedThreadPool(1);

    Channel(String name) {
      this.name = name;
    }

    void say(String text) {
      sender.execute(() -> System.out.println(text));
    }

    void mute() {
      sender.shutdown();
      leave(name);
    }
  }

  void say(String name, String text) {
    channels.computeIfAbsent(name, n -> new Channel(n)).say(text);
  }

  void leave(String name) {
    channels.remove(name);
  }

  void stop() {
    for (Channel channel : new java.util.ArrayList<>(channels.values())) {
      channel.mute();
    }
  }
}

/** What is taken out is ended by who takes it out. */
class OtherRadio {
  private final java.util.Map<String, Channel> channels =
      new java.util.concurrent.ConcurrentHashMap<>();

  static final class Channel {
    private final ExecutorService sender = Executors.newFixedThreadPool(1);

    void say(String text) {
      sender.execute(() -> System.out.println(text));
    }

    void mute() {
      sender.shutdown();
    }
  }

  void say(String name, String text) {
    channels.computeIfAbsent(name, n -> new Channel()).say(text);
  }

  void leave(String name) {
    Channel channel = channels.get(name);
    if (channel != null) {
      channel.mute();
      forget(name);
    }
  }

  private void forget(String name) {
    channels.remove(name);
  }

  void stop() {
    channels.values().forEach(Channel::mute);
    channels.clear();
  }
}

/** Keeps a way to end its workers beside the one to give them work. */
class CleanPrinter implements AutoCloseable {
  private final java.util.function.Consumer<Runnable> later;
  private final Runnable end;

  CleanPrinter(int arms) {
    ExecutorService workers = Executors.newFixedThreadPool(arms);
    this.later = work -> workers.execute(work);
    this.end = workers::shutdown;
  }

  void print(Runnable page) {
    later.accept(page);
  }

  @Override
  public void close() {
    end.run();
  }
}

/** Ends what it was given. */
class CleanLogged implements java.util.concurrent.Executor, AutoCloseable {
  private final ExecutorService inner;

  CleanLogged(ExecutorService inner) {
    this.inner = inner;
  }

  @Override
  public void execute(Runnable work) {
    inner.execute(work);
  }

  @Override
  public void close() {
    inner.shutdown();
  }
}

class CleanScanner implements AutoCloseable {
  private final CleanLogged threads = new CleanLogged(Executors.newFixedThreadPool(4));

  void scan(Runnable page) {
    threads.execute(page);
  }

  @Override
  public void close() {
    threads.close();
  }
}

/** Shows the threads to whoever asks. */
abstract class CleanBase {
  private final ExecutorService threads;

  CleanBase(ExecutorService threads) {
    this.threads = threads;
  }

  ExecutorService threads() {
    return threads;
  }
}

class CleanDerived extends CleanBase implements AutoCloseable {
  CleanDerived(int size) {
    super(Executors.newFixedThreadPool(size));
  }

  @Override
  public void close() {
    threads().shutdown();
  }

  static class Scanner implements AutoCloseable {
    private final ExecutorService workers =
        org.apache.hadoop.util.concurrent.HadoopExecutors.newFixedThreadPool(4);
    private int blocks;

    void scan() {
      workers.execute(() -> blocks++);
    }

    @Override
    public void close() {
      workers.shutdownNow();
    }
  }

  static class Reporter implements AutoCloseable {
    private final ExecutorService flusher = java.util.concurrent.Executors.newFixedThreadPool(1);
    private final StringBuilder report = new StringBuilder();
    private final Thread hook = new Thread(flusher::shutdown);

    Reporter() {
      Runtime.getRuntime().addShutdownHook(hook);
    }

    void report(String text) {
      flusher.execute(() -> report.append(text));
    }

    @Override
    public void close() {
      flusher.shutdown();
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
