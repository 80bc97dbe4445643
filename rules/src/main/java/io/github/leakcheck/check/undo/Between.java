package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Set;

/** Asks what runs between two uses in one body. */
public final class Between {
  private Between() {}

  /** Whether an ordinary way leads from the one to the other. */
  public static boolean leads(Body body, Use from, Use to) {
    return Ways.lead(body, from.site().node(), to.site().node());
  }

  /** Whether foreign code runs on the way whose exceptions leave the method. */
  public static boolean isThrown(Body body, Use set, Use removal) {
    int from = set.site().node();
    int to = removal.site().node();
    return body.nodes().stream()
        .filter(node -> node.id() != from && node.id() != to && node.handlers().isEmpty())
        .filter(node -> node.step() instanceof Step.Call call && isForeign(call))
        .anyMatch(node -> Ways.lead(body, from, node.id()) && Ways.lead(body, node.id(), to));
  }

  /** Whether a handler of whatever is thrown on the way leads to one of the removals as well. */
  public static boolean isCaught(Body body, Use set, List<Use> removals) {
    return isCaught(
        body, set.site().node(), removals.stream().map(end -> end.site().node()).toList());
  }

  /** The same of nodes of the body. */
  public static boolean isCaught(Body body, int from, List<Integer> removals) {
    return body.nodes().stream()
        .filter(node -> !node.handlers().isEmpty() && Ways.lead(body, from, node.id()))
        .flatMap(node -> node.handlers().stream())
        .distinct()
        .filter(handler -> body.step(handler) instanceof Step.Catch any && takesAll(any))
        .anyMatch(handler -> removals.stream().anyMatch(end -> Ways.lead(body, handler, end)));
  }

  /** Whether the handler takes whatever is thrown. */
  public static boolean takesAll(Step.Catch handler) {
    return handler.types().isEmpty() || handler.types().contains("java.lang.Throwable");
  }

  private static boolean isForeign(Step.Call call) {
    return call.kind() != Step.CallKind.CONSTRUCTOR
        && (!Platform.isJdk(call.callee().owner())
            || call.callee().owner().equals("java.lang.Object")
                && !call.callee().name().equals("getClass")
            || Set.of("run", "call", "accept", "apply", "get", "proceed")
                    .contains(call.callee().name())
                && call.kind() == Step.CallKind.VIRTUAL
                && !call.callee().owner().contains("ThreadLocal"));
  }
}
