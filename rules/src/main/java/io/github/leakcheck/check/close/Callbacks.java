package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.Set;

/**
 * Calls of a function that somebody else brought: it may be anything, so it may fail in any way,
 * and who takes functions from others has to reckon with that.
 */
final class Callbacks {
  private static final Set<String> FUNCTIONS =
      Set.of("java.lang.Runnable", "java.util.concurrent.Callable");

  private Callbacks() {}

  /** Whether the call runs a function that came in as a parameter of the method. */
  static boolean isOne(MethodFlow flow, Node node, Step.Call call) {
    String owner = call.callee().owner();
    return call.receiver() >= 0
        && (owner.startsWith("java.util.function.") || FUNCTIONS.contains(owner))
        && FieldReleases.isParameter(flow, flow.definitions(), node.id(), call.receiver());
  }
}
