package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.Set;

/** Tells whether code compares the number of entries with a limit. */
public final class SizeTests {
  private final Origins origins;

  public SizeTests(Origins origins) {
    this.origins = origins;
  }

  /**
   * A comparison with anything but zero and the counter of a loop, of which more than a log comes.
   */
  public boolean isCompared(Body body, Use use) {
    int counted = use.site().node();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Test test
          && (origins.isMadeAt(body, node.id(), test.left(), counted)
                  && limits(body, node.id(), test.right())
              || origins.isMadeAt(body, node.id(), test.right(), counted)
                  && limits(body, node.id(), test.left())
              || isComputedFrom(body, node.id(), test.left(), counted))
          && !Reports.only(body, node.id())) {
        return true;
      }
    }
    return false;
  }

  private boolean limits(Body body, int node, int register) {
    return register != Step.NONE
        && !isZero(body, node, register)
        && !isCounter(body, node, register);
  }

  /** {@code i} of {@code for (int i = 0; i < size; i++)}: set by a constant and by arithmetic. */
  private boolean isCounter(Body body, int node, int register) {
    Set<Origin> found = origins.of(body, node, register);
    return found.stream().anyMatch(o -> o instanceof Origin.Constant)
        && found.stream().anyMatch(o -> compute(o) != null);
  }

  private static Step.Compute compute(Origin origin) {
    return origin instanceof Origin.Other other
            && other.body().step(other.node()) instanceof Step.Compute compute
        ? compute
        : null;
  }

  /** A test of something worked out from the count, as longs are compared. */
  private boolean isComputedFrom(Body body, int node, int register, int counted) {
    for (Origin origin : origins.of(body, node, register)) {
      Step.Compute compute = compute(origin);
      if (compute != null
          && compute.operands().stream()
              .anyMatch(o -> origins.isMadeAt(body, ((Origin.Other) origin).node(), o, counted))) {
        return true;
      }
    }
    return false;
  }

  private boolean isZero(Body body, int node, int register) {
    return origins.of(body, node, register).stream()
        .allMatch(
            o -> o instanceof Origin.Constant c && Integer.valueOf(0).equals(c.constant().value()));
  }
}
