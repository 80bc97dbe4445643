package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Tells steps that run only where something has failed, or a wait has taken too long. */
final class AfterFailure {
  /** Answer whether what was waited for has come in time. */
  private static final Set<String> WAITS =
      Set.of("awaitTermination", "awaitQuiescence", "await", "tryAcquire", "tryLock");

  private final Origins origins;

  AfterFailure(Code code) {
    this.origins = Origins.of(code);
  }

  /** Whether no way leads to the step on which all goes well. */
  boolean only(Body body, int wanted) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int at = open.pop();
      if (at == wanted) {
        return false;
      }
      if (!seen.get(at)) {
        seen.set(at);
        Node node = body.flow().node(at);
        open.addAll(isWait(body, node) ? node.next().subList(0, 1) : node.next());
      }
    }
    return true;
  }

  private boolean isWait(Body body, Node node) {
    return node.step() instanceof Step.Test test
        && test.comparison() == Step.Comparison.IS_TRUE
        && origins.of(body, node.id(), test.left()).stream()
            .anyMatch(
                o ->
                    o instanceof Origin.Result result
                        && WAITS.contains(result.call().callee().name()));
  }
}
