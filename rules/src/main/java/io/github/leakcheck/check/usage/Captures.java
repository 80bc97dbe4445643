package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import java.util.List;
import java.util.Optional;

/** Tells what lambdas, method references and inner objects hold of the object around them. */
public final class Captures {
  private static final int DEPTH = 3;

  private final Code code;
  private final Origins origins;

  public Captures(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether the function holds the object in whose method it is made. */
  public boolean holdsThis(Origin.Function function) {
    return holdsThis(function.body(), function.node(), function.lambda().captured());
  }

  /** Whether the new object is given the object in whose method it is made, and keeps it. */
  public boolean holdsThis(Origin.Fresh fresh) {
    return origins
        .constructor(fresh)
        .filter(node -> holdsThis(fresh.body(), node, (Step.Call) fresh.body().step(node)))
        .isPresent();
  }

  private boolean holdsThis(Body body, int node, Step.Call constructor) {
    List<Integer> arguments = constructor.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      if (holdsThis(body, node, List.of(arguments.get(i)))
          && !isOnlyHeldWeakly(constructor.callee(), i, DEPTH)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a constructor of the program puts what it is given into references and nowhere else.
   */
  private boolean isOnlyHeldWeakly(MethodRef constructor, int position, int depth) {
    Optional<Body> body =
        code.owns(constructor.owner()) ? code.body(constructor) : Optional.empty();
    if (body.isEmpty() || depth == 0) {
      return false;
    }
    boolean weakly = false;
    for (Node node : body.get().nodes()) {
      if (StepUses.used(node.step()).stream().noneMatch(r -> isGiven(body.get(), node, r, position))
          || node.step() instanceof Step.Copy
          || node.step() instanceof Step.Cast
          || node.step() instanceof Step.Test) {
        continue;
      }
      if (!(node.step() instanceof Step.Call call)
          || !isWeak(body.get(), node, call, position, depth)) {
        return false;
      }
      weakly = true;
    }
    return weakly;
  }

  private boolean isWeak(Body body, Node node, Step.Call call, int position, int depth) {
    if (code.world().types().isSubtype(call.callee().owner(), "java.lang.ref.Reference")
        || call.receiver() != Step.NONE && isGiven(body, node, call.receiver(), position)) {
      return true; // asked for something, which it does not keep
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      if (isGiven(body, node, call.arguments().get(i), position)
          && !(call.callee().isConstructor() && isOnlyHeldWeakly(call.callee(), i, depth - 1))) {
        return false;
      }
    }
    return true;
  }

  private boolean isGiven(Body body, Node node, int register, int position) {
    return origins.of(body, node.id(), register).stream()
        .anyMatch(
            o ->
                o instanceof Origin.OfParameter p && p.body() == body && p.index() == position + 1);
  }

  /** Whether one of the registers holds the object whose method this is, or a function over it. */
  private boolean holdsThis(Body body, int node, List<Integer> registers) {
    for (int register : registers) {
      for (Origin origin : origins.of(body, node, register)) {
        if (origin.isThis()) {
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
