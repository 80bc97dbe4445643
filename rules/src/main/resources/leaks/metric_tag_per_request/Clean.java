package metric_tag_per_request;

import com.codahale.metrics.MetricRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

public class Clean {
  static class Outcomes {
    private final MeterRegistry registry;

    Outcomes(MeterRegistry registry) {
      this.registry = registry;
    }

    void failed(Exception cause) {
      String name = cause.getClass().getSimpleName();
      Counter.builder("failures").tag("cause", name).register(registry).increment();
    }

    void took(TimeUnit unit, long time) {
      Timer.builder("jobs").tag("unit", unit.name()).register(registry).record(time, unit);
    }

    void sent(String topic) {
      Counter.builder("sent").tag("topic", topic).register(registry).increment();
    }
  }

  static class Queues {
    private final MetricRegistry registry;
    private final String queue;

    Queues(MetricRegistry registry, String queue) {
      this.registry = registry;
      this.queue = queue;
    }

    void taken() {
      registry.meter(queue + ".taken").mark();
    }
  }

  public static void fails(MeterRegistry registry) {
    Outcomes outcomes = new Outcomes(registry);
    outcomes.failed(new IllegalStateException());
    outcomes.took(TimeUnit.SECONDS, 1);
    outcomes.sent("orders");
  }

  public static void takes(MetricRegistry registry) {
    new Queues(registry, "mail").taken();
  }
}
