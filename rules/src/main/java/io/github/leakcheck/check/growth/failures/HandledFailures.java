package io.github.leakcheck.check.growth.failures;

import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.function.IntPredicate;

/** Tells failures behind which an entry is taken out again. */
final class HandledFailures {
  private final Code code;
  private final Reaches reaches;

  HandledFailures(Code code, Reaches reaches) {
    this.code = code;
    this.reaches = reaches;
  }

  /** Whether a handler of what the call throws leads to a removal. */
  boolean is(Body body, Node thrown, List<Use> removals) {
    return is(body, thrown, removals, node -> false);
  }

  /** The same where the call itself begins another round, with another entry. */
  boolean isInSameRound(Body body, Node thrown, List<Use> removals) {
    return is(body, thrown, removals, node -> node == thrown.id());
  }

  private boolean is(Body body, Node thrown, List<Use> removals, IntPredicate closed) {
    return Reachability.leads(
        body.flow(),
        thrown.handlers(),
        node -> !closed.test(node) && removes(body, body.flow().node(node), removals),
        closed);
  }

  /** Whether the step is a removal or calls what leads to one. */
  boolean removes(Body body, Node node, List<Use> removals) {
    Site site = body.site(node.id());
    return removals.stream().anyMatch(use -> use.site().equals(site))
        || node.step() instanceof Step.Call call
            && code.target(call).filter(to -> reaches.any(to.method(), removals)).isPresent();
  }
}
