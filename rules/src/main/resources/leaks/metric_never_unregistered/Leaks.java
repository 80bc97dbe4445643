package metric_never_unregistered;

import com.codahale.metrics.MetricRegistry;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.opentelemetry.api.metrics.Meter;
import java.util.ArrayDeque;
import java.util.Deque;

public class Leaks {
  static class Pool implements AutoCloseable {
    private final Deque<AutoCloseable> idle = new ArrayDeque<>();

    Pool(MetricRegistry registry, String name) {
      registry.register(name, (com.codahale.metrics.Gauge<Integer>) idle::size); // LEAK(low)
    }

    @Override
    public void close() {
      idle.clear();
    }
  }

  static class Session {
    private static final MetricRegistry METRICS = new MetricRegistry();
    private final String id;
    private long bytes;

    Session(String id) {
      this.id = id;
    }

    void open() {
      METRICS.gauge("session." + id, () -> () -> bytes); // LEAK
    }

    void received(int count) {
      bytes += count;
    }

    void close() {
      bytes = 0;
    }
  }

  static class Cache {
    private final Deque<String> entries = new ArrayDeque<>();

    void start(String name) {
      Gauge.builder("cache." + name, this, Cache::size)
          .strongReference(true)
          .register(Metrics.globalRegistry); // LEAK
    }

    double size() {
      return entries.size();
    }

    void stop() {
      entries.clear();
    }
  }

  static class Upload {
    private long bytes;

    void start(MeterRegistry registry, String user) {
      FunctionCounter.builder("upload", this, upload -> upload.bytes)
          .tag("user", user)
          .register(registry); // LEAK(low)
    }

    void close() {
      bytes = 0;
    }
  }

  static class Queue {
    private int size;

    void start(Meter meter) {
      meter.gaugeBuilder("queue").buildWithCallback(result -> result.record(size)); // LEAK
    }

    void add() {
      size++;
    }

    void stop() {
      size = 0;
    }
  }

  public static void pool(MetricRegistry registry, String name) {
    new Pool(registry, name).close();
  }

  public static void session(String id) {
    Session session = new Session(id);
    session.open();
    session.received(1);
    session.close();
  }

  public static void cache(String name) {
    Cache cache = new Cache();
    cache.start(name);
    cache.stop();
  }

  public static void upload(MeterRegistry registry, String user) {
    Upload upload = new Upload();
    upload.start(registry, user);
    upload.close();
  }

  public static void queue(Meter meter) {
    Queue queue = new Queue();
    queue.start(meter);
    queue.add();
    queue.stop();
  }

  /** The gauges keep the executor that ends here. */
  static class Measured {
    private final java.util.concurrent.ThreadPoolExecutor pool;

    Measured(java.util.concurrent.ThreadPoolExecutor pool, MetricRegistry registry, String name) {
      this.pool = pool;
      registry.registerGauge(name + ".size", pool::getPoolSize); // LEAK
    }

    void shutdown() {
      pool.shutdown();
    }
  }

  public static void measures(
      java.util.concurrent.ThreadPoolExecutor pool, MetricRegistry registry, String name) {
    new Measured(pool, registry, name).shutdown();
  }

  /** One more gauge for each pool and address, in a registry that outlives them all. */
  static void measure(String pool, String address, java.util.Collection<?> idle) {
    Gauge.builder("pool.idle", idle, java.util.Collection::size)
        .tags("pool", pool, "address", address)
        .register(Metrics.globalRegistry); // LEAK(bytecode)
  }
}

class Sizes implements AutoCloseable {
  private final MetricRegistry registry;
  private final Deque<String> jobs = new ArrayDeque<>();
  private final Deque<String> failed = new ArrayDeque<>();

  Sizes(MetricRegistry registry) {
    this.registry = registry;
    registry.registerGauge("jobs.size", this::jobs);
    registry.registerGauge("jobs.failed", this::failed); // LEAK
  }

  private int jobs() {
    return jobs.size();
  }

  private int failed() {
    return failed.size();
  }

  @Override
  public void close() {
    jobs.clear();
    failed.clear();
    registry.remove("jobs.size");
  }

  static int count(MetricRegistry registry) {
    try (Sizes sizes = new Sizes(registry)) {
      return sizes.jobs() + sizes.failed();
    }
  }
}

/** Remembers the gauges of its parts, and forgets them without taking them off. */
class Shares {
  private final MeterRegistry registry;
  private final java.util.Map<String, Gauge> gauges = new java.util.HashMap<>();
  private int term;

  Shares(MeterRegistry registry) {
    this.registry = registry;
  }

  void assigned(java.util.List<String> parts) {
    term++;
    for (String part : parts) {
      Gauge gauge =
          Gauge.builder("share", part, String::length)
              .tags("part", part, "term", Integer.toString(term))
              .register(registry); // LEAK(bytecode)
      gauges.put(part, gauge);
    }
  }

  void revoked(java.util.List<String> parts) {
    for (String part : parts) {
      gauges.remove(part);
    }
  }

  /** What a default registry collects from is kept with it. */
  static class QueueCollector extends io.prometheus.client.Collector implements AutoCloseable {
    private final Deque<String> jobs = new ArrayDeque<>();

    void start() {
      io.prometheus.client.CollectorRegistry.defaultRegistry.register(this); // LEAK
    }

    @Override
    public java.util.List<MetricFamilySamples> collect() {
      return java.util.List.of(
          new io.prometheus.client.GaugeMetricFamily("jobs", "waiting", jobs.size()));
    }

    @Override
    public void close() {
      jobs.clear();
    }
  }

  /** The child of a label measures the pool that is gone. */
  static class Connections implements AutoCloseable {
    private static final io.prometheus.client.Gauge OPEN =
        io.prometheus.client.Gauge.build("open", "connections").labelNames("pool").create();
    private final Deque<String> open = new ArrayDeque<>();

    void measure(String pool) {
      OPEN.setChild( // LEAK
          new io.prometheus.client.Gauge.Child() {
            @Override
            public double get() {
              return open.size();
            }
          },
          pool);
    }

    @Override
    public void close() {
      open.clear();
    }
  }

  static class Batches implements AutoCloseable {
    private int waiting;

    void start() {
      io.prometheus.metrics.model.registry.PrometheusRegistry.defaultRegistry.register( // LEAK
          () -> io.prometheus.metrics.model.snapshots.GaugeSnapshot.builder()
              .name("batches_" + waiting)
              .build());
    }

    @Override
    public void close() {
      waiting = 0;
    }
  }

  static class Partition implements AutoCloseable {
    private long lag;

    Partition(
        org.apache.kafka.common.metrics.Metrics metrics,
        org.apache.kafka.common.MetricName name) {
      metrics.addMetric(name, (config, now) -> lag); // LEAK(low)
    }

    @Override
    public void close() {
      lag = 0;
    }
  }

  static class Link {
    private long sent;

    void open(Meter meter) {
      meter.counterBuilder("sent").buildWithCallback(result -> result.record(sent)); // LEAK
    }

    void close() {
      sent = 0;
    }
  }
}
