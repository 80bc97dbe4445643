package unclosed_scope;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentracing.Tracer;
import org.slf4j.MDC;

public class Leaks {

  public static void neverClosed(Span span, Runnable work) {
    Scope scope = span.makeCurrent(); // LEAK
    work.run();
    System.out.println("done under " + scope);
  }

  public static void droppedOnTheSpot(Span span, Runnable work) {
    span.makeCurrent(); // LEAK
    work.run();
  }

  public static boolean lostByAnEarlyReturn(Tracer tracer, io.opentracing.Span span, boolean idle) {
    io.opentracing.Scope scope = tracer.activateSpan(span); // LEAK
    if (idle) {
      return false;
    }
    scope.close();
    return true;
  }

  public static void logged(String user, Runnable work) {
    MDC.putCloseable("user", user); // LEAK
    work.run();
  }
}
