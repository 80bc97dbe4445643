package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.Step;
import java.util.List;

/** Tells what lambdas, method references and inner objects hold of the object around them. */
public final class Captures {
  private final Origins origins;

  public Captures(Code code) {
    this.origins = Origins.of(code);
  }

  /** Whether the function holds the object in whose method it is made. */
  public boolean holdsThis(Origin.Function function) {
    return holdsThis(function.body(), function.node(), function.lambda().captured());
  }

  /** Whether the new object is given the object in whose method it is made. */
  public boolean holdsThis(Origin.Fresh fresh) {
    return origins
        .constructor(fresh)
        .filter(
            node ->
                holdsThis(fresh.body(), node, ((Step.Call) fresh.body().step(node)).arguments()))
        .isPresent();
  }

  /** Whether one of the registers holds the object whose method this is, or a function over it. */
  private boolean holdsThis(Body body, int node, List<Integer> registers) {
    for (int register : registers) {
      for (Origin origin : origins.of(body, node, register)) {
        if (origin instanceof Origin.OfParameter parameter && parameter.isThis()) {
          return true;
        }
        if (origin instanceof Origin.Function inner
            && inner.body() == body
            && inner.node() != node
            && holdsThis(inner)) {
          return true;
        }
      }
    }
    return false;
  }
}
