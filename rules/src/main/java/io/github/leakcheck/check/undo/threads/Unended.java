package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import java.util.List;
import java.util.Optional;

/** Tells who gets threads only to run things in them, and has no way to end them. */
final class Unended {
  private final Code code;
  private final Origins origins;

  Unended(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether the function does no more with what it captures than to run things in it. */
  boolean isFor(Step.Lambda lambda, Origin captured) {
    if (lambda.body() == null) {
      return false;
    }
    return lambda.reference()
        ? Platform.isJdk(lambda.body().owner()) && !Verbs.isEnding(lambda.body().name())
        : code.body(lambda.body()).filter(body -> isOnlyCalled(body, captured)).isPresent();
  }

  /**
   * Whether the constructor, one of another class, keeps it in a field and does nothing else with
   * it, and all that is done with the field is to run things.
   */
  boolean isFor(Body caller, Step.Call call, int argument) {
    Optional<Body> target =
        call.callee().isConstructor()
            ? code.target(call).filter(body -> isOther(caller, body))
            : Optional.empty();
    return target
        .filter(body -> keeps(body, new Origin.OfParameter(body, argument + 1)))
        .isPresent();
  }

  /** What a class and those around it make for each other is judged where they keep it. */
  private boolean isOther(Body caller, Body constructor) {
    String owner = constructor.method().owner();
    return code.owns(owner)
        && !Code.nestOf(owner).equals(Code.nestOf(caller.method().owner()))
        && code.world()
            .program()
            .type(owner)
            .filter(type -> Anchors.of(code).of(type).isEmpty())
            .isPresent();
  }

  private boolean keeps(Body body, Origin given) {
    boolean kept = false;
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreField store && holds(body, node, store.value(), given)) {
        if (store.field().isStatic() || !isOnlyCalled(code.key(store.field()))) {
          return false;
        }
        kept = true;
      } else if (!isHarmless(body, node, given)) {
        return false;
      }
    }
    return kept;
  }

  private boolean isOnlyCalled(FieldKey field) {
    List<Use> uses = FieldUses.of(code.world()).of(field);
    return uses.stream()
        .allMatch(
            use ->
                use.kind() == Use.Kind.WRITTEN
                    || use.kind() == Use.Kind.CALLED
                        && !Verbs.isEnding(use.call().callee().name()));
  }

  private boolean isOnlyCalled(Body body, Origin given) {
    return body.nodes().stream().allMatch(node -> isHarmless(body, node, given));
  }

  /** Whether the step lets go of it, or calls what does not end it. */
  private boolean isHarmless(Body body, Node node, Origin given) {
    Step step = node.step();
    if (step instanceof Step.Copy || step instanceof Step.Cast || step instanceof Step.Test) {
      return true;
    }
    if (step instanceof Step.Call call) {
      boolean passed = call.arguments().stream().anyMatch(a -> holds(body, node, a, given));
      boolean checked = passed && call.callee().owner().equals("java.util.Objects");
      return (!passed || checked)
          && !(holds(body, node, call.receiver(), given) && Verbs.isEnding(call.callee().name()));
    }
    return StepUses.used(step).stream().noneMatch(r -> holds(body, node, r, given));
  }

  private boolean holds(Body body, Node node, int register, Origin value) {
    return register != Step.NONE && origins.of(body, node.id(), register).contains(value);
  }
}
