package unclosed_scope;

import brave.Tracer;
import io.micrometer.observation.Observation;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import org.apache.logging.log4j.CloseableThreadContext;
import org.slf4j.MDC;

public class Clean {

  public static void tryWithResources(Span span, Runnable work) {
    try (Scope scope = span.makeCurrent()) {
      work.run();
    } finally {
      span.end();
    }
  }

  public static void brave(Tracer tracer, brave.Span span, Runnable work) {
    try (Tracer.SpanInScope scope = tracer.withSpanInScope(span)) {
      work.run();
    }
  }

  public static void observed(Observation observation, Runnable work) {
    Observation.Scope scope = observation.openScope();
    try {
      work.run();
    } finally {
      scope.close();
    }
  }

  public static void logged(String user, Runnable work) {
    try (MDC.MDCCloseable name = MDC.putCloseable("user", user);
        CloseableThreadContext.Instance context = CloseableThreadContext.put("a", "b").put("c", "d")) {
      work.run();
    }
  }

  public static Scope returned(Span span) {
    return span.makeCurrent();
  }
}
