package io.github.leakcheck.check.undo.lifetimes;

import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.undo.Undoings;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.facts.Step;

/** Tells methods that register beans for their callers, who have nothing to take them back by. */
public final class CallersBeans {
  private final Code code;
  private final Origins origins;
  private final Undoings undoings;

  public CallersBeans(Code code, Undoings undoings) {
    this.code = code;
    this.origins = Origins.of(code);
    this.undoings = undoings;
  }

  /** A method that gives beans of its callers to the JVM's server, where nothing takes any back. */
  public boolean areMeant(Registration registration) {
    Step.Call call = registration.call();
    boolean beans = registration.line().undo().orElseThrow().name().equals("unregisterMBean");
    return beans
        && code.world().program().sight() != Sight.FILE
        && !undoings.far(registration)
        && undoings.near(registration.body().method().owner(), registration).isEmpty()
        && !call.arguments().isEmpty()
        && origins.of(registration.body(), registration.node(), call.arguments().get(0)).stream()
            .allMatch(o -> o.isGiven() || isAroundGiven(o));
  }

  /** A bean of the JDK's own made here, that shows what the method was given. */
  private boolean isAroundGiven(Origin bean) {
    return bean instanceof Origin.Fresh fresh
        && Platform.isJdk(fresh.type())
        && fresh.body().nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && origins.of(fresh.body(), node.id(), call.receiver()).contains(fresh)
                        && origins
                            .ofArguments(fresh.body(), node.id(), call)
                            .anyMatch(Origin::isGiven));
  }
}
