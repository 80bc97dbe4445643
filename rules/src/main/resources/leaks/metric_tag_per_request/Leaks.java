package metric_tag_per_request;

import com.codahale.metrics.MetricRegistry;
import com.sun.net.httpserver.HttpExchange;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.UUID;

public class Leaks {
  static class Failures {
    private final MeterRegistry registry;

    Failures(MeterRegistry registry) {
      this.registry = registry;
    }

    void failed(Exception cause) {
      Counter.builder("failures").tag("cause", cause.getMessage()).register(registry).increment(); // LEAK
    }

    Timer.Sample started() {
      Timer.builder("jobs").tag("id", UUID.randomUUID().toString()).register(registry); // LEAK
      return Timer.start(registry);
    }
  }

  static class Addresses {
    private final MeterRegistry registry;

    Addresses(MeterRegistry registry) {
      this.registry = registry;
    }

    void served(HttpExchange exchange) {
      List<Tag> tags = List.of(Tag.of("client", "" + exchange.getRemoteAddress())); // LEAK
      registry.counter("served", tags).increment();
    }
  }

  static class Names {
    private final MetricRegistry registry;

    Names(MetricRegistry registry) {
      this.registry = registry;
    }

    void failed(Exception cause) {
      registry.counter("failures." + cause.getMessage()).inc(); // LEAK
    }
  }

  public static void fails(MeterRegistry registry) {
    new Failures(registry).failed(new IllegalStateException("no " + System.nanoTime()));
    new Failures(registry).started();
  }

  public static void serves(MeterRegistry registry, HttpExchange exchange) {
    new Addresses(registry).served(exchange);
  }

  public static void counts(MetricRegistry registry) {
    new Names(registry).failed(new IllegalStateException());
  }
}
