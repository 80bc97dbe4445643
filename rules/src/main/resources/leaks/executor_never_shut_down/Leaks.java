package executor_never_shut_down;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

public class Leaks {
  static class Mailer implements AutoCloseable {
    private final ExecutorService sender = Executors.newFixedThreadPool(2);
    private int sent;

    void send(String mail) {
      sender.execute(() -> System.out.println(mail));
      sent++;
    }

    @Override
    public void close() { // LEAK
      System.out.println(sent);
    }
  }

  /** Ends its task, but not the thread that would run it. */
  static class Poller {
    private final ScheduledExecutorService clock;
    private ScheduledFuture<?> task;

    Poller() {
      clock = Executors.newSingleThreadScheduledExecutor();
    }

    void start(Runnable poll) {
      task = clock.scheduleAtFixedRate(poll, 1, 1, TimeUnit.SECONDS);
    }

    void stop() { // LEAK
      task.cancel(true);
    }
  }

  /** Two that it forgets are told once, where both belong. */
  static class Gateway implements AutoCloseable {
    private final ExecutorService readers = Executors.newFixedThreadPool(2);
    private final ExecutorService writers = Executors.newFixedThreadPool(2);
    private volatile boolean open = true;

    void copy(Runnable read, Runnable write) {
      readers.execute(read);
      writers.execute(write);
    }

    boolean isOpen() {
      return open;
    }

    @Override
    public void close() { // LEAK
      open = false;
    }
  }

  static boolean copies(Runnable read, Runnable write) {
    Gateway gateway = new Gateway();
    gateway.copy(read, write);
    gateway.close();
    return gateway.isOpen();
  }

  static class Crawler {
    private final ThreadPoolExecutor pages =
        new ThreadPoolExecutor(4, 8, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(99)); // LEAK

    Future<String> fetch(Callable<String> page) {
      return pages.submit(page);
    }
  }

  static class Server {
    private EventLoopGroup group;

    void start() {
      group = new NioEventLoopGroup();
    }

    boolean isUp() {
      return group != null && !group.isTerminated();
    }

    void stop() { // LEAK
      group = null;
    }
  }

  static class Feed {
    private final Scheduler scheduler = Schedulers.newSingle("feed"); // LEAK

    void publish(Runnable news) {
      scheduler.schedule(news);
    }
  }

  /** Has no end, and whoever keeps it has. */
  private static class Workers {
    private final ExecutorService threads = Executors.newFixedThreadPool(2); // LEAK

    ExecutorService threads() {
      return threads;
    }
  }

  static class Importer implements AutoCloseable {
    private final Workers workers = new Workers();
    private int done;

    void run(Runnable task) {
      workers.threads().execute(task);
      done++;
    }

    @Override
    public void close() {
      done = 0;
    }
  }

  private abstract static class Lazy {
    static ExecutorService get(Supplier<ExecutorService> supplier) {
      return supplier.get();
    }
  }

  static class Indexer implements AutoCloseable {
    private final ExecutorService threads = Lazy.get(() -> Executors.newFixedThreadPool(2));

    void index(Runnable task) {
      threads.execute(task);
    }

    @Override
    public void close() { // LEAK
      System.out.println("closed");
    }
  }

  /** The client runs threads of its own and ends them. */
  static class Client implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    void send(Runnable task) {
      threads.execute(task);
    }

    @Override
    public void close() {
      threads.shutdown();
    }
  }

  static class Reporter {
    private final Client client;

    Reporter() {
      this(new Client());
    }

    Reporter(Client client) {
      this.client = client;
    }

    void report(Runnable task) {
      client.send(task);
    }

    void stop() { // LEAK
      System.out.println("stopped");
    }
  }

  public static void holders(Runnable task) {
    try (Importer importer = new Importer();
        Indexer indexer = new Indexer()) {
      importer.run(task);
      indexer.index(task);
    }
    Reporter reporter = new Reporter();
    reporter.report(task);
    reporter.stop();
  }

  public static void mailer(String mail) {
    Mailer mailer = new Mailer();
    mailer.send(mail);
    mailer.close();
  }

  public static void poller(Runnable poll) {
    Poller poller = new Poller();
    poller.start(poll);
    poller.stop();
  }

  public static String crawler(Callable<String> page)
      throws ExecutionException, InterruptedException {
    return new Crawler().fetch(page).get();
  }

  public static boolean server() {
    Server server = new Server();
    server.start();
    boolean up = server.isUp();
    server.stop();
    return up;
  }

  public static void feed(Runnable news) {
    new Feed().publish(news);
  }

  public static int local(List<Callable<Integer>> tasks)
      throws ExecutionException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(4); // LEAK
    int sum = 0;
    for (Future<Integer> result : pool.invokeAll(tasks)) {
      sum += result.get();
    }
    return sum;
  }

  public static void chained(Runnable task) {
    Executors.newScheduledThreadPool(1).execute(task); // LEAK
  }

  /** Made by the factory of the class with the class's own method. */
  static final class Sdk implements AutoCloseable {
    private final ExecutorService executor;
    private boolean open = true;

    private Sdk(ExecutorService executor) {
      this.executor = executor;
    }

    static Sdk connect() {
      ExecutorService executor = threads();
      return new Sdk(executor);
    }

    private static ExecutorService threads() {
      return Executors.newFixedThreadPool(4);
    }

    void send(Runnable message) {
      if (open) {
        executor.execute(message);
      }
    }

    @Override
    public void close() { // LEAK
      open = false;
    }
  }

  public static void sends(Runnable message) {
    try (Sdk sdk = Sdk.connect()) {
      sdk.send(message);
    }
  }

  /** Whoever runs one thing in it leaves it running. */
  public static com.google.common.util.concurrent.ListenableFuture<String> asks(
      Callable<String> question) {
    return com.google.common.util.concurrent.Futures.submit(
        question, Executors.newFixedThreadPool(1)); // LEAK
  }

  /** Makes one at each call, and keeps none. */
  static final class Pools {
    private Pools() {}

    static ExecutorService newPool(int threads) {
      return Executors.newFixedThreadPool(threads);
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
    public void close() { // LEAK
      System.out.println(images);
    }
  }

  /** A part with threads that it can end, and whose owner does not ask for it. */
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
    private boolean up;

    void start(Runnable beat) {
      up = true;
      heartbeats.beat(beat);
    }

    boolean isUp() {
      return up;
    }

    void stop() { // LEAK
      up = false;
    }
  }

  static boolean beats(Runnable image) {
    try (Resizer resizer = new Resizer()) {
      resizer.resize(image);
    }
    Node node = new Node();
    node.start(image);
    boolean up = node.isUp();
    node.stop();
    return up;
  }

  /** The second pool is ended only if the first one is slow to end. */
  static class Leases {
    private final ExecutorService takers = Executors.newFixedThreadPool(1);
    private final ExecutorService renewers = renewers();

    private static ExecutorService renewers() {
      ThreadPoolExecutor pool =
          new ThreadPoolExecutor(4, 4, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(99));
      pool.allowCoreThreadTimeOut(true);
      return pool;
    }

    void renew(Runnable take, Runnable renewal) {
      takers.execute(take);
      renewers.execute(renewal);
    }

    void stop() throws InterruptedException { // LEAK
      takers.shutdown();
      if (!takers.awaitTermination(2, TimeUnit.SECONDS)) {
        takers.shutdownNow();
        renewers.shutdownNow();
      }
    }
  }

  /** A start that fails takes its threads back; the end does not. */
  static class Acceptor {
    private ExecutorService workers;

    void start(Runnable first) {
      workers = Executors.newFixedThreadPool(2);
      try {
        workers.execute(first);
      } catch (RuntimeException e) {
        workers.shutdownNow();
        throw e;
      }
    }

    boolean isUp() {
      return workers != null && !workers.isTerminated();
    }

    void stop() { // LEAK
      workers = null;
    }
  }

  static boolean accepts(Runnable first) throws InterruptedException {
    Leases leases = new Leases();
    leases.renew(first, first);
    leases.stop();
    Acceptor acceptor = new Acceptor();
    acceptor.start(first);
    boolean up = acceptor.isUp();
    acceptor.stop();
    return up;
  }

  /** Who calls back in the threads can run things in them, and no more. */
  static class Quorum {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Watchers watchers;
    private final Runnable onChange = this::changed;
    private int changes;

    Quorum(Watchers watchers) {
      this.watchers = watchers;
      watchers.add(onChange, timer);
    }

    Future<Integer> next() {
      return timer.schedule(() -> changes, 1, TimeUnit.MINUTES);
    }

    private void changed() {
      changes++;
    }

    void stop() { // LEAK
      watchers.remove(onChange);
    }
  }

  interface Watchers {
    void add(Runnable watcher, java.util.concurrent.Executor runner);

    void remove(Runnable watcher);
  }

  /** Shows both, ends one. */
  public static class Context implements AutoCloseable {
    private final ExecutorService queries = Executors.newFixedThreadPool(8);
    private final ExecutorService scans = Executors.newFixedThreadPool(8);

    public ExecutorService getQueries() {
      return queries;
    }

    public ExecutorService getScans() {
      return scans;
    }

    @Override
    public void close() { // LEAK
      queries.shutdown();
    }
  }

  /** Gives both to the same kind of part, and ends one. */
  public static class Statistics {
    private final ScheduledExecutorService minutes = Executors.newScheduledThreadPool(1);
    private final ScheduledExecutorService bills = Executors.newScheduledThreadPool(1);
    private final com.google.common.util.concurrent.ListeningScheduledExecutorService counts =
        com.google.common.util.concurrent.MoreExecutors.listeningDecorator(minutes);
    private final com.google.common.util.concurrent.ListeningScheduledExecutorService sums =
        com.google.common.util.concurrent.MoreExecutors.listeningDecorator(bills);

    public void count(Runnable count, Runnable sum) {
      counts.schedule(count, 1, TimeUnit.MINUTES);
      sums.schedule(sum, 1, TimeUnit.MINUTES);
    }

    public void shutdown() { // LEAK
      minutes.shutdown();
    }
  }

  static void contexts(Watchers watchers, Runnable task) throws Exception {
    Quorum quorum = new Quorum(watchers);
    quorum.next().get();
    quorum.stop();
    try (Context context = new Context()) {
      context.getScans().execute(task);
    }
    Statistics statistics = new Statistics();
    statistics.count(task, task);
    statistics.shutdown();
  }

  /** Those who ask for the pool give it work, and leave it running. */
  public static class Hub {
    private final java.util.concurrent.ScheduledExecutorService pool;

    public Hub() {
      pool = newPool();
    }

    public java.util.concurrent.ScheduledExecutorService pool() {
      return pool;
    }

    private java.util.concurrent.ScheduledExecutorService newPool() {
      return java.util.concurrent.Executors.newScheduledThreadPool(10); // LEAK
    }
  }

  static boolean connects(Runnable work) {
    return new Hub().pool().schedule(work, 1, java.util.concurrent.TimeUnit.SECONDS).isDone();
  }

  /** The pipeline runs handlers in the third group, and leaves it running. */
  public static class PipelineServer {
    private EventLoopGroup bosses;
    private EventLoopGroup workers;
    private io.netty.util.concurrent.EventExecutorGroup handlers;

    public void start(io.netty.bootstrap.ServerBootstrap server, io.netty.channel.Channel parent) {
      handlers = new io.netty.util.concurrent.DefaultEventExecutorGroup(8);
      bosses = new NioEventLoopGroup(1);
      workers = new io.netty.channel.DefaultEventLoopGroup(4);
      server.group(bosses, workers);
      parent.pipeline().addLast(handlers, new io.netty.channel.ChannelDuplexHandler());
    }

    public void stop() { // LEAK
      bosses.shutdownGracefully();
      workers.shutdownGracefully();
    }
  }

  /** Ends the loop of its channel, which is one of two. */
  public static class Stream {
    private final io.netty.bootstrap.Bootstrap bootstrap = new io.netty.bootstrap.Bootstrap();
    private EventLoopGroup loops;
    private io.netty.channel.Channel channel;

    public void connect(String host) {
      if (loops == null || loops.isShutdown()) {
        loops = new NioEventLoopGroup(2);
      }
      channel = bootstrap.group(loops).connect(host, 443).channel();
    }

    public void disconnect() { // LEAK
      channel.close();
      channel.eventLoop().shutdownGracefully();
    }
  }

  /** A pool by another name is a pool. */
  static class Loader implements AutoCloseable {
    private final ExecutorService parsers =
        new ThreadPoolExecutor(4, 4, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
          @Override
          protected void afterExecute(Runnable task, Throwable failure) {
            lines++;
          }
        };
    private final com.google.common.util.concurrent.ListeningExecutorService stores =
        com.google.common.util.concurrent.MoreExecutors.listeningDecorator(
            Executors.newFixedThreadPool(4));
    private int lines;

    void read(Runnable parse, Runnable store) {
      parsers.execute(parse);
      stores.execute(store);
    }

    @Override
    public void close() { // LEAK
      System.out.println(lines);
    }
  }

  /** Has threads of its own where it is given none. */
  public static class Commands {
    private final java.util.concurrent.Executor threads;

    public Commands(java.util.concurrent.Executor given) {
      if (given == null) {
        org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor own =
            new org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor();
        own.initialize();
        threads = own;
      } else {
        threads = given;
      }
    }

    public void run(Runnable command) {
      threads.execute(command);
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    public void destroy() throws Exception {
      if (threads instanceof org.springframework.beans.factory.DisposableBean) {
        ((org.springframework.beans.factory.DisposableBean) threads).destroy();
      }
    }
  }

  public static class Cluster {
    private final Commands commands = new Commands(null);
    private boolean closed;

    public void run(Runnable command) {
      commands.run(command);
    }

    /** A command for another machine. */
    public void shutdown(String node) {
      commands.run(() -> System.out.println(node));
    }

    public void close() { // LEAK
      closed = true;
    }

    public boolean isClosed() {
      return closed;
    }
  }

  static void serves(PipelineServer server, io.netty.bootstrap.ServerBootstrap with) throws Exception {
    server.start(with, new io.netty.channel.embedded.EmbeddedChannel());
    server.stop();
    Stream stream = new Stream();
    stream.connect("localhost");
    stream.disconnect();
    try (Loader loader = new Loader()) {
      loader.read(() -> {}, () -> {});
    }
    Cluster cluster = new Cluster();
    cluster.run(() -> {});
    cluster.shutdown("all");
    cluster.close();
  }

  /** A stage of a stream that runs in a new thread after each subscription. */
  public static class Refresher {
    public reactor.core.publisher.Flux<String> handle(
        reactor.core.publisher.Flux<String> events) {
      return events
          .publishOn(Schedulers.newSingle("refresher")) // LEAK
          .filter(event -> !event.isEmpty());
    }
  }

  /** The builder makes one unless it is told another, and nobody else can end that. */
  public static class Registry implements AutoCloseable {
    private final ScheduledExecutorService clock;
    private volatile boolean closed;

    private Registry(Builder builder) {
      clock = builder.clock;
    }

    public void later(Runnable task) {
      if (!closed) {
        clock.schedule(task, 10, TimeUnit.MILLISECONDS);
      }
    }

    @Override
    public void close() { // LEAK
      closed = true;
    }

    public static class Builder {
      private ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

      public Builder clock(ScheduledExecutorService own) {
        clock = own;
        return this;
      }

      public Registry build() {
        return new Registry(this);
      }
    }
  }

  /** All clients have their listeners called there, and closing them all does not end it. */
  public static class Announcer implements AutoCloseable {
    private static final ExecutorService LISTENERS = Executors.newFixedThreadPool(2); // LEAK
    private volatile boolean open = true;

    public void tell(Runnable listener) {
      if (open) {
        LISTENERS.execute(listener);
      }
    }

    @Override
    public void close() {
      open = false;
    }
  }

  /** Daemons, which end with the program. */
  public static class Daemons implements AutoCloseable {
    private static final ExecutorService LISTENERS =
        Executors.newFixedThreadPool( // LEAK(low)
            2,
            task -> {
              Thread thread = new Thread(task, "listeners");
              thread.setDaemon(true);
              return thread;
            });
    private volatile boolean open = true;

    public void tell(Runnable listener) {
      if (open) {
        LISTENERS.execute(listener);
      }
    }

    @Override
    public void close() {
      open = false;
    }
  }

  static void builds(Runnable task) {
    new Refresher().handle(reactor.core.publisher.Flux.just("a")).subscribe();
    try (Registry registry = new Registry.Builder().build();
        Announcer client = new Announcer();
        Daemons daemons = new Daemons()) {
      daemons.tell(task);
      registry.later(task);
      client.tell(task);
    }
  }
}

class Again {
  /** A new plug-in gets a new clock; the one of the old plug-in ticks on, and nobody has it. */
  static class Plugins {
    private ScheduledExecutorService clock;

    void start(Runnable plugin) {
      clock = Executors.newScheduledThreadPool(1); // LEAK
      clock.scheduleAtFixedRate(plugin, 1, 1, TimeUnit.SECONDS);
    }

    void restart(Runnable plugin) {
      start(plugin);
    }

    void stop() {
      clock.shutdownNow();
    }
  }

  static void redeploy(Plugins plugins, Runnable plugin) {
    plugins.start(() -> {});
    plugins.restart(plugin);
    plugins.stop();
  }

  /** Where the readers are slow to end, nobody ends the writer. */
  static class Index implements AutoCloseable {
    private final ExecutorService readers = Executors.newFixedThreadPool(4);
    private final ExecutorService writer = Executors.newFixedThreadPool(2); // LEAK

    void add(Runnable parse, Runnable write) {
      readers.execute(parse);
      writer.execute(write);
    }

    @Override
    public void close() throws InterruptedException {
      readers.shutdown();
      if (!readers.awaitTermination(2, TimeUnit.SECONDS)) {
        return;
      }
      writer.shutdown();
    }
  }

  static void index(Runnable parse, Runnable write) throws InterruptedException {
    try (Index index = new Index()) {
      index.add(parse, write);
    }
  }

  /** What takes the answers in the order in which they come does not end the threads. */
  static List<String> answers(List<Callable<String>> questions) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4); // LEAK
    var service = new java.util.concurrent.ExecutorCompletionService<String>(threads);
    questions.forEach(service::submit);
    List<String> answers = new java.util.ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      answers.add(service.take().get());
    }
    return answers;
  }

  /** Nor does a bootstrap, or a scheduler made around them. */
  static io.netty.channel.ChannelFuture connects(String host) {
    EventLoopGroup loops = new NioEventLoopGroup(); // LEAK
    return new io.netty.bootstrap.Bootstrap()
        .group(loops)
        .channel(io.netty.channel.socket.nio.NioSocketChannel.class)
        .connect(host, 80);
  }

  static io.reactivex.rxjava3.core.Observable<String> observes(
      io.reactivex.rxjava3.core.Observable<String> news) {
    ExecutorService threads = Executors.newFixedThreadPool(2); // LEAK
    return news.observeOn(io.reactivex.rxjava3.schedulers.Schedulers.from(threads));
  }

  /** Ends one of the two that it has given away together. */
  public static class Acceptors {
    private EventLoopGroup boss;
    private EventLoopGroup workers;

    public void start() {
      boss = new NioEventLoopGroup(1);
      workers = new NioEventLoopGroup();
      new io.netty.bootstrap.ServerBootstrap().group(boss, workers).bind(80);
    }

    public void stop() { // LEAK
      boss.shutdownGracefully();
    }
  }

  /** One for each topic, and none is ended. */
  public static class Topics implements AutoCloseable {
    private final java.util.Map<String, ExecutorService> byName =
        new java.util.concurrent.ConcurrentHashMap<>();

    public void run(String topic, Runnable task) {
      byName.computeIfAbsent(topic, name -> Executors.newSingleThreadExecutor()).execute(task);
    }

    @Override
    public void close() { // LEAK
      byName.clear();
    }
  }

  /** Forgets the threads with their name. */
  static class Lanes {
    private final java.util.Map<String, ExecutorService> byName = new java.util.HashMap<>();

    void run(String lane, Runnable task) {
      ExecutorService threads = byName.get(lane);
      if (threads == null) {
        threads = Executors.newFixedThreadPool(1);
        byName.put(lane, threads);
      }
      threads.execute(task);
    }

    void forget(String lane) {
      byName.remove(lane); // LEAK
    }
  }

  /** As many as there are partitions. */
  static class Partitions {
    private final ExecutorService[] all = new ExecutorService[4];
    private boolean closed;

    Partitions() {
      for (int i = 0; i < all.length; i++) {
        all[i] = Executors.newFixedThreadPool(1);
      }
    }

    void run(int partition, Runnable task) {
      if (!closed) {
        all[partition].execute(task);
      }
    }

    void shutdown() { // LEAK
      closed = true;
    }
  }

  /** The JVM may never come to that. */
  static class Finalized {
    private final ExecutorService threads = Executors.newFixedThreadPool(1); // LEAK(low)

    void run(Runnable task) {
      threads.execute(task);
    }

    @Override
    @SuppressWarnings("removal")
    protected void finalize() {
      threads.shutdown();
    }
  }

  /** New threads of another number; the old ones go on. */
  static class Resized implements AutoCloseable {
    private ExecutorService threads = Executors.newFixedThreadPool(1);

    void setSize(int size) {
      threads = Executors.newFixedThreadPool(size); // LEAK
    }

    void run(Runnable task) {
      threads.execute(task);
    }

    @Override
    public void close() {
      threads.shutdown();
    }
  }

  /** Its author has thought of the end, and forgotten to call that. */
  static class Unwired implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(1);
    private volatile boolean open = true;

    void run(Runnable task) {
      if (open) {
        threads.execute(task);
      }
    }

    private void endThreads() {
      threads.shutdownNow();
    }

    @Override
    public void close() { // LEAK
      open = false;
    }
  }

  static void many(Runnable task, Partitions partitions, Lanes lanes, Finalized last) {
    try (Topics topics = new Topics();
        Unwired unwired = new Unwired();
        Resized resized = new Resized()) {
      topics.run("a", task);
      unwired.run(task);
      resized.setSize(2);
      resized.run(task);
    }
    partitions.run(1, task);
    partitions.shutdown();
    lanes.run("a", task);
    lanes.forget("a");
    last.run(task);
  }
}

/** Pools by tenant: a tenant that leaves takes its entry along, but not its threads. */
class Tenants {
  private final java.util.Map<String, ExecutorService> pools =
      new java.util.concurrent.ConcurrentHashMap<>();

  void run(String tenant, Runnable task) {
    pools.computeIfAbsent(tenant, t -> Executors.newFixedThreadPool(2)).execute(task);
  }

  void left(String tenant) {
    pools.remove(tenant); // LEAK
  }

  void close() {
    pools.values().forEach(ExecutorService::shutdown);
    pools.clear();
  }

  static void serve(Runnable task) {
    Tenants tenants = new Tenants();
    tenants.run("one", task);
    tenants.left("one");
    tenants.close();
  }
}

/** A group for each connection, and the pipeline leaves it running. */
class Accepts extends io.netty.channel.ChannelInitializer<io.netty.channel.Channel> {
  int accepted;

  @Override
  protected void initChannel(io.netty.channel.Channel channel) {
    accepted++;
    io.netty.util.concurrent.EventExecutorGroup slow =
        new io.netty.util.concurrent.DefaultEventExecutorGroup(4); // LEAK
    channel.pipeline().addLast(slow, "work", new io.netty.channel.ChannelDuplexHandler());
  }
}

/** Each subscriber gets a clock of its own, which ticks for nobody when that has gone. */
class Prices {
  private final Supplier<String> source;

  Prices(Supplier<String> source) {
    this.source = source;
  }

  reactor.core.publisher.Flux<String> of(String share) {
    return reactor.core.publisher.Flux.defer(
        () -> {
          Scheduler clock = Schedulers.newSingle("prices-" + share); // LEAK
          return reactor.core.publisher.Flux.interval(java.time.Duration.ofSeconds(1), clock)
              .map(tick -> source.get())
              .doFinally(signal -> System.out.println(share));
        });
  }

  static int accepts() {
    Accepts accepts = new Accepts();
    new io.netty.channel.embedded.EmbeddedChannel(accepts).close();
    new Prices(() -> "1").of("a").take(2).blockLast();
    return accepts.accepted;
  }
}

/** Daemons for the whole program, made when the first needs them. */
class LateDaemons {
  private static ExecutorService threads;

  private LateDaemons() {}

  private static synchronized ExecutorService threads() {
    if (threads == null) {
      threads =
          Executors.newFixedThreadPool( // LEAK(low)
              2,
              task -> {
                Thread thread = new Thread(task, "late");
                thread.setDaemon(true);
                return thread;
              });
    }
    return threads;
  }

  static java.util.concurrent.Future<?> run(Runnable task) {
    return threads().submit(task);
  }
}

/** Ended by the one way to close it, and left by the other, which says how long to wait. */
class Courier {
  private final java.util.Queue<String> parcels = new java.util.concurrent.ConcurrentLinkedQueue<>();
  private final ExecutorService riders = Executors.newFixedThreadPool(3); // LEAK
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
    riders.shutdownNow();
  }

  public void stop(long timeout, TimeUnit unit) throws InterruptedException {
    stopped = true;
    unit.sleep(timeout);
    parcels.clear();
  }

  static void courier() throws InterruptedException {
    Courier courier = new Courier();
    courier.send("a");
    courier.stop(1, TimeUnit.SECONDS);
  }
}

class Couriers {
  static void other() {
    new Courier().stop();
  }
}

/** The pool is there in any case, and ended only where there is a log to be flushed. */
class Archive {
  private final java.io.Writer log;
  private final ExecutorService threads;

  Archive(java.io.Writer log) {
    this.log = log;
    this.threads = Executors.newFixedThreadPool(2); // LEAK
  }

  Archive() {
    this(null);
  }

  void keep(Runnable copy) {
    threads.execute(copy);
  }

  void close() throws java.io.IOException {
    if (log == null) {
      return;
    }
    log.flush();
    threads.shutdown();
  }

  static void archive(java.io.Writer log) throws java.io.IOException {
    Archive archive = new Archive();
    archive.keep(() -> System.out.println("kept"));
    archive.close();
    new Archive(log).close();
  }
}

/** Has a choice that has nothing to do with its clock. */
class Dashboard {
  private final boolean verbose;
  private final java.util.concurrent.ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(1); // LEAK

  Dashboard(boolean verbose) {
    this.verbose = verbose;
  }

  void open(Runnable refresh) {
    clock.scheduleWithFixedDelay(refresh, 1, 1, TimeUnit.SECONDS);
  }

  void dispose() {
    if (verbose) {
      System.out.println("disposed");
      clock.shutdownNow();
    }
  }

  static void dashboard() {
    Dashboard dashboard = new Dashboard(false);
    dashboard.open(() -> System.out.println("tick"));
    dashboard.dispose();
    new Dashboard(true).dispose();
  }
}

/** Brings its own clock unless it is given one, and has no end for either. */
class Bucket {
  private final java.util.concurrent.Semaphore tokens = new java.util.concurrent.Semaphore(10);
  private final ScheduledExecutorService clock;

  Bucket(ScheduledExecutorService clock) {
    this.clock = java.util.Optional.ofNullable(clock).orElseGet(Bucket::ownClock);
    this.clock.scheduleAtFixedRate(this::refill, 1, 1, TimeUnit.SECONDS);
  }

  private static ScheduledExecutorService ownClock() {
    return Executors.newScheduledThreadPool(1); // LEAK
  }

  private void refill() {
    tokens.release(10 - tokens.availablePermits());
  }

  boolean take() {
    return tokens.tryAcquire();
  }

  static boolean bucket() {
    return new Bucket(null).take();
  }
}

/** Both ways to make one say that the workers are somebody else's. */
class Kitchen implements AutoCloseable {
  private final ExecutorService cooks;
  private final boolean borrowed;

  Kitchen(ExecutorService cooks) {
    this.cooks = cooks;
    this.borrowed = true;
  }

  Kitchen() {
    this(Executors.newFixedThreadPool(3));
  }

  void cook(Runnable meal) {
    cooks.execute(meal);
  }

  @Override
  public void close() { // LEAK
    if (!borrowed) {
      cooks.shutdown();
    }
  }
}

/** Hands its workers to what leaves them running. */
class Portal implements AutoCloseable {
  private final com.sun.net.httpserver.HttpServer server;

  Portal(com.sun.net.httpserver.HttpServer server, int workers) {
    this.server = server;
    server.setExecutor(Executors.newFixedThreadPool(workers)); // LEAK
  }

  @Override
  public void close() {
    server.stop(0);
  }

  static java.net.http.HttpClient client() {
    ExecutorService workers = Executors.newFixedThreadPool(2); // LEAK
    return java.net.http.HttpClient.newBuilder().executor(workers).build();
  }
}

/** Each subclass is a source of values, which the base class reads out now and then. */
abstract class Gauge implements AutoCloseable {
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);

  Gauge() {
    clock.scheduleWithFixedDelay(this::read, 1, 1, TimeUnit.SECONDS);
  }

  abstract void read();

  @Override
  public void close() {
    clock.shutdownNow();
  }
}

class FileGauge extends Gauge {
  private final java.io.Writer log;

  FileGauge(java.io.Writer log) {
    this.log = log;
  }

  @Override
  void read() {
    System.out.println(log);
  }

  @Override
  public void close() { // LEAK
    try {
      log.close();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

/** Closes what is there at the end; a channel that is left before goes on. */
class Radio {
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
    channels.remove(name); // LEAK
  }

  void stop() {
    channels.values().forEach(Channel::mute);
    channels.clear();
  }
}

/** All that is left of its workers is a way to give them more work. */
class Printer implements AutoCloseable {
  private final java.util.function.Consumer<Runnable> later;
  private final java.io.Writer paper;

  Printer(java.io.Writer paper, int arms) {
    ExecutorService workers = Executors.newFixedThreadPool(arms); // LEAK
    this.later = work -> workers.execute(work);
    this.paper = paper;
  }

  void print(Runnable page) {
    later.accept(page);
  }

  @Override
  public void close() throws java.io.IOException {
    paper.close();
  }
}

/** Shows an executor as something that only runs. */
class Logged implements java.util.concurrent.Executor {
  private final java.util.concurrent.Executor inner;

  Logged(java.util.concurrent.Executor inner) {
    this.inner = java.util.Objects.requireNonNull(inner);
  }

  @Override
  public void execute(Runnable work) {
    System.out.println("runs");
    inner.execute(work);
  }
}

class Scanner {
  private final java.util.concurrent.Executor threads =
      new Logged(Executors.newFixedThreadPool(4)); // LEAK

  void scan(Runnable page) {
    threads.execute(page);
  }

  static void scanner() {
    new Scanner().scan(() -> System.out.println("page"));
  }
}

abstract class Base {
  private final ExecutorService threads;

  Base(ExecutorService threads) {
    this.threads = threads;
  }

  void run(Runnable work) {
    threads.submit(work);
  }
}

class Derived extends Base {
  Derived(int size) {
    super(Executors.newFixedThreadPool(size)); // LEAK
  }

  static void derived() {
    new Derived(2).run(() -> System.out.println("derived"));
  }

  static class Scanner implements AutoCloseable {
    private final java.util.concurrent.ExecutorService workers =
        org.apache.hadoop.util.concurrent.HadoopExecutors.newFixedThreadPool(4);
    private int blocks;

    void scan() {
      workers.execute(() -> blocks++);
    }

    @Override
    public void close() { // LEAK
      blocks = 0;
    }
  }

  static class Reporter implements AutoCloseable {
    private final ScheduledExecutorService flusher = Executors.newScheduledThreadPool(1);
    private final StringBuilder report = new StringBuilder();

    Reporter() {
      Runtime.getRuntime()
          .addShutdownHook( // LEAK: shutdown-hook-never-removed
              new Thread() {
                @Override
                public void run() {
                  flusher.shutdown();
                }
              });
      flusher.scheduleAtFixedRate(() -> report.setLength(0), 1, 1, TimeUnit.MINUTES);
    }

    @Override
    public void close() { // LEAK
      report.append("closed");
    }
  }
}
