package metric_never_unregistered;

import com.codahale.metrics.MetricRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;

public class Clean {
  /** A number that belongs to nobody. */
  public static void threads(MetricRegistry registry) {
    registry.register("threads", (com.codahale.metrics.Gauge<Integer>) Thread::activeCount);
  }

  public static void use(MeterRegistry registry, Meter meter) {
    try (Pool pool = new Pool(registry)) {
      pool.size();
    }
    Server.instance().stop();
    Session session = new Session();
    session.open("a");
    session.close("a");
    Queue queue = new Queue();
    queue.start(meter);
    queue.stop();
    new Report().add(1);
  }

  private Clean() {}
}

class Pool implements AutoCloseable {
  private final MeterRegistry registry;
  private final Gauge gauge;

  Pool(MeterRegistry registry) {
    this.registry = registry;
    this.gauge = Gauge.builder("pool", this, Pool::size).register(registry);
  }

  double size() {
    return 1;
  }

  @Override
  public void close() {
    registry.remove(gauge);
  }
}

/** One for the life of the program. */
final class Server {
  private static final Server INSTANCE = new Server();
  private int requests;

  private Server() {
    Gauge.builder("requests", this, server -> server.requests).register(Metrics.globalRegistry);
  }

  static Server instance() {
    return INSTANCE;
  }

  void stop() {
    requests = 0;
  }
}

class Session {
  private static final MetricRegistry METRICS = new MetricRegistry();
  private long bytes;

  void open(String id) {
    METRICS.gauge("session." + id, () -> () -> bytes);
  }

  void close(String id) {
    bytes = 0;
    METRICS.remove("session." + id);
  }
}

class Queue {
  private ObservableDoubleGauge gauge;
  private int size;

  void start(Meter meter) {
    gauge = meter.gaugeBuilder("queue").buildWithCallback(result -> result.record(size));
  }

  void stop() {
    size = 0;
    gauge.close();
  }
}

/** The registry ends with the report. */
class Report {
  private final MetricRegistry metrics = new MetricRegistry();
  private long lines;

  Report() {
    metrics.register("lines", (com.codahale.metrics.Gauge<Long>) () -> lines);
  }

  void add(int count) {
    lines += count;
  }

  void close() {
    System.out.println(metrics.getNames());
  }
}

/** Takes off the gauges of the parts that it gives up. */
class FairShares {
  private final io.micrometer.core.instrument.MeterRegistry registry;
  private final java.util.Map<String, io.micrometer.core.instrument.Gauge> gauges =
      new java.util.HashMap<>();

  FairShares(io.micrometer.core.instrument.MeterRegistry registry) {
    this.registry = registry;
  }

  void assigned(java.util.List<String> parts) {
    for (String part : parts) {
      gauges.put(
          part,
          io.micrometer.core.instrument.Gauge.builder("share", part, String::length)
              .tag("part", part)
              .register(registry));
    }
  }

  void revoked(java.util.List<String> parts) {
    for (String part : parts) {
      io.micrometer.core.instrument.Gauge gauge = gauges.remove(part);
      if (gauge != null) {
        registry.remove(gauge);
      }
    }
  }

  static class QueueCollector extends io.prometheus.client.Collector implements AutoCloseable {
    private final io.prometheus.client.CollectorRegistry registry;

    QueueCollector(io.prometheus.client.CollectorRegistry registry) {
      this.registry = registry;
    }

    void start() {
      registry.register(this);
    }

    @Override
    public java.util.List<MetricFamilySamples> collect() {
      return java.util.List.of();
    }

    @Override
    public void close() {
      registry.unregister(this);
    }
  }

  /** Counted by all, as long as the program runs. */
  static class Requests {
    private static final io.prometheus.client.Counter ALL =
        io.prometheus.client.Counter.build("requests", "all").register();

    void close() {
      ALL.inc();
    }
  }

  /** The child goes with its label. */
  static class Connections implements AutoCloseable {
    private static final io.prometheus.client.Gauge OPEN =
        io.prometheus.client.Gauge.build("open", "connections").labelNames("pool").create();
    private final String pool;
    private int open;

    Connections(String pool) {
      this.pool = pool;
      OPEN.setChild(
          new io.prometheus.client.Gauge.Child() {
            @Override
            public double get() {
              return open;
            }
          },
          pool);
    }

    @Override
    public void close() {
      open = 0;
      OPEN.remove(pool);
    }
  }

  static class Link {
    private io.opentelemetry.api.metrics.ObservableLongCounter counter;
    private long sent;

    void open(io.opentelemetry.api.metrics.Meter meter) {
      counter = meter.counterBuilder("sent").buildWithCallback(result -> result.record(sent));
    }

    void close() {
      counter.close();
    }
  }

  /** Takes back all that begins with its name. */
  static class Group implements AutoCloseable {
    private static final com.codahale.metrics.MetricRegistry ALL =
        com.codahale.metrics.SharedMetricRegistries.getOrCreate("all");
    private int size;

    void open() {
      ALL.gauge("group.size", () -> () -> size);
    }

    @Override
    public void close() {
      ALL.removeMatching((name, metric) -> name.startsWith("group."));
    }
  }
}
