package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.Optional;

/** Follows what a method or constructor is given into the fields of its object. */
public final class KeptParameters {
  private static final int DEPTH = 2;

  private final Code code;
  private final Origins origins;

  public KeptParameters(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /**
   * Whether the method, or a constructor, stores its parameter in a field.
   *
   * @param index position of the parameter, counting the object itself
   */
  public boolean keeps(Step.Call call, int index) {
    return keeps(call, index, DEPTH);
  }

  private boolean keeps(Step.Call made, int index, int depth) {
    Optional<Body> body = code.target(made);
    if (body.isEmpty()) {
      return false;
    }
    for (Node node : body.get().nodes()) {
      int kept = Step.NONE;
      if (node.step() instanceof Step.StoreField store) {
        kept = store.value();
      }
      if (kept != Step.NONE
          && origins.of(body.get(), node.id(), kept).stream()
              .anyMatch(o -> o instanceof Origin.OfParameter p && p.index() == index)) {
        return true;
      }
      if (depth > 0
          && node.step() instanceof Step.Call call
          && isOfThis(body.get(), node.id(), call)
          && handsOn(body.get(), node.id(), call, index, depth)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfThis(Body body, int node, Step.Call call) {
    return origins.of(body, node, call.receiver()).stream()
        .anyMatch(o -> o instanceof Origin.OfParameter p && p.isThis());
  }

  private boolean handsOn(Body body, int node, Step.Call call, int index, int depth) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (origins.of(body, node, call.arguments().get(i)).stream()
              .anyMatch(o -> o instanceof Origin.OfParameter p && p.index() == index)
          && keeps(call, i + 1, depth - 1)) {
        return true;
      }
    }
    return false;
  }
}
