package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which handlers an exception reaches. */
final class Handlers {
  private static final int LEAVES = -1;

  private final MethodFlow flow;
  private final Types types;

  Handlers(MethodFlow flow, Types types) {
    this.flow = flow;
    this.types = types;
  }

  /** A handler's node, or -1 for leaving the method. */
  record Target(int node, Likelihood likelihood) {}

  private enum Match {
    NEVER,
    PERHAPS,
    SURELY
  }

  List<Target> targets(Node node, List<Thrown> exceptions) {
    Map<Integer, Likelihood> reached = new LinkedHashMap<>();
    for (Thrown thrown : exceptions) {
      reach(node, thrown, reached);
    }
    return reached.entrySet().stream().map(e -> new Target(e.getKey(), e.getValue())).toList();
  }

  /** Whether the exception can get past all handlers that do more than clean up and rethrow. */
  boolean leaves(Node node, Thrown thrown) {
    for (int handler : node.handlers()) {
      Step.Catch caught = (Step.Catch) flow.node(handler).step();
      if (!caught.types().isEmpty() && match(caught, thrown.type()) == Match.SURELY) {
        return false;
      }
    }
    return true;
  }

  private void reach(Node node, Thrown thrown, Map<Integer, Likelihood> reached) {
    for (int handler : node.handlers()) {
      Match match = match((Step.Catch) flow.node(handler).step(), thrown.type());
      if (match != Match.NEVER) {
        note(reached, handler, thrown.likelihood());
      }
      if (match == Match.SURELY) {
        return;
      }
    }
    note(reached, LEAVES, thrown.likelihood());
  }

  private static void note(Map<Integer, Likelihood> reached, int target, Likelihood likelihood) {
    reached.merge(target, likelihood, (a, b) -> a.ordinal() <= b.ordinal() ? a : b);
  }

  private Match match(Step.Catch handler, String thrown) {
    if (handler.types().isEmpty()) {
      return Match.SURELY;
    }
    Match best = Match.NEVER;
    for (String caught : handler.types()) {
      if (caught.equals(Thrown.ANY) || types.isSubtype(thrown, caught)) {
        return Match.SURELY;
      }
      boolean perhaps =
          caught.equals(MethodRef.UNKNOWN)
              || thrown.equals(Thrown.ANY)
              || types.isSubtype(caught, thrown);
      best = perhaps ? Match.PERHAPS : best;
    }
    return best;
  }
}
