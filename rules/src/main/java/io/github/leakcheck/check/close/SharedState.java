package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import java.util.Set;

/**
 * Counters that a {@code close()} takes back in what others look at as well: a static field, or an
 * object that the constructor was given. It frees nothing of its own, but who never closes leaves a
 * count behind that is never right again.
 */
final class SharedState {
  private static final Set<String> COUNTS =
      Set.of(
          "decrementAndGet", "getAndDecrement", "decrement", "addAndGet", "getAndAdd", "countDown");

  /** Whether the step does so; {@code given} are the fields filled from outside. */
  boolean takesBack(MethodFlow flow, Definitions definitions, Node node, Set<String> given) {
    if (node.step() instanceof Step.Call call) {
      return call.receiver() >= 0
          && Platform.isProvided(call.callee().owner())
          && COUNTS.contains(call.callee().name())
          && (isStatic(flow, definitions, node.id(), call.receiver())
              || Closing.isOutside(flow, definitions, node.id(), call.receiver(), given));
    }
    return node.step() instanceof Step.StoreField store
        && store.field().isStatic()
        && store.field().owner().equals(flow.method().owner())
        && isCount(store.field().type());
  }

  private static boolean isCount(String type) {
    return type.equals("int") || type.equals("long");
  }

  private static boolean isStatic(
      MethodFlow flow, Definitions definitions, int node, int register) {
    return FieldReleases.origin(flow, definitions, node, register) instanceof Step.LoadField load
        && load.field().isStatic();
  }
}
