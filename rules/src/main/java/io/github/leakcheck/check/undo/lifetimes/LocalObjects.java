package io.github.leakcheck.check.undo.lifetimes;

import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells objects that a method makes for one piece of work and shows to nobody. */
public final class LocalObjects {
  private final Code code;
  private final Origins origins;
  private final Endings endings;

  public LocalObjects(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.endings = new Endings(code);
  }

  /** Whether others get to know the object. */
  public boolean isHandedOn(Body body, Origin.Fresh object) {
    return body.nodes().stream().anyMatch(node -> isHandedOn(body, node, object));
  }

  private boolean isHandedOn(Body body, Node node, Origin.Fresh object) {
    List<Integer> given =
        node.step() instanceof Step.Call call
            ? call.arguments()
            : node.step() instanceof Step.StoreField store
                ? List.of(store.value())
                : node.step() instanceof Step.StoreElement element
                    ? List.of(element.value())
                    : node.step() instanceof Step.Lambda lambda
                        ? lambda.captured()
                        : node.step() instanceof Step.Return back && back.value() != Step.NONE
                            ? List.of(back.value())
                            : List.of();
    return given.stream()
        .anyMatch(register -> origins.of(body, node.id(), register).contains(object));
  }

  /**
   * Whether the object made by the constructor call is known here alone, and the work with it goes
   * on once the method has run on it: what is left of it then is what that method left.
   */
  boolean areUsedUp(Body body, int constructor, MethodRef method) {
    Step.Call call = (Step.Call) body.step(constructor);
    Set<Origin> made = origins.of(body, constructor, call.receiver());
    if (made.size() != 1
        || !(made.iterator().next() instanceof Origin.Fresh object)
        || object.body() != body
        || isHandedOn(body, object)) {
      return false;
    }
    List<Integer> runs =
        body.nodes().stream()
            .filter(node -> isOn(body, node, object) && runs(node, method))
            .map(Node::id)
            .toList();
    return !runs.isEmpty()
        && body.nodes().stream()
            .filter(node -> isOn(body, node, object) && !runs.contains(node.id()))
            .anyMatch(node -> runs.stream().anyMatch(run -> Ways.lead(body, run, node.id())));
  }

  private boolean isOn(Body body, Node node, Origin.Fresh object) {
    return node.step() instanceof Step.Call call
        && call.receiver() != Step.NONE
        && origins.of(body, node.id(), call.receiver()).contains(object);
  }

  private boolean runs(Node node, MethodRef method) {
    Optional<Body> target = code.target((Step.Call) node.step());
    return target.isPresent() && endings.reachedFrom(target.get().method()).contains(method);
  }
}
