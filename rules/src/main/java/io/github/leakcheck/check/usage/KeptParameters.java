package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import java.util.Optional;

/** Follows what a method or constructor is given into the fields of its object. */
public final class KeptParameters {
  private static final int DEPTH = 2;

  private final Code code;
  private final Origins origins;
  private final Effects effects;

  public KeptParameters(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.effects = Effects.of(code.world());
  }

  /**
   * Whether the method, or a constructor, stores its parameter in a field, in a collection that a
   * field holds, or in a field of what a field holds.
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

  /** Called on the object itself, or on what a field of it holds, not weakly. */
  private boolean isOfThis(Body body, int node, Step.Call call) {
    return origins.of(body, node, call.receiver()).stream()
        .anyMatch(
            o ->
                o.isThis()
                    || o instanceof Origin.OfField f
                        && !f.field().isStatic()
                        && !Names.simple(f.field().type()).contains("Weak"));
  }

  /** Put into a collection that a field holds. */
  private boolean adds(Step.Call call) {
    return Platform.isJdk(call.callee().owner())
        && effects.of(call.callee()).kind() == Effect.Kind.ADDS;
  }

  /**
   * Whether it is a method of somebody else's that by its name and shape keeps what it is given.
   */
  public boolean isSetter(Step.Call call) {
    return call.callee().name().matches("set[A-Z].*")
        && call.callee().result().equals("void")
        && call.arguments().size() == 1
        && code.target(call).filter(body -> code.owns(body.method().owner())).isEmpty();
  }

  private boolean handsOn(Body body, int node, Step.Call call, int index, int depth) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (origins.of(body, node, call.arguments().get(i)).stream()
              .anyMatch(o -> o instanceof Origin.OfParameter p && p.index() == index)
          && (adds(call) || isSetter(call) || keeps(call, i + 1, depth - 1))) {
        return true;
      }
    }
    return false;
  }
}
