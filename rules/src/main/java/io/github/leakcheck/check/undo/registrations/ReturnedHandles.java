package io.github.leakcheck.check.undo.registrations;

import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;

/** Knows what becomes of the handles that registrations return. */
final class ReturnedHandles {
  private final Code code;
  private final Origins origins;

  ReturnedHandles(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether the handle that undoes is given to somebody. */
  boolean areHandedOn(Registration registration) {
    return areNeeded(registration)
        && registration.call().result() != Step.NONE
        && !isOnlyKept(registration);
  }

  /** Whether only what the registration returns can undo it. */
  boolean areNeeded(Registration registration) {
    String handle = registration.call().callee().result();
    return !handle.equals("void")
        && code.world().types().isSubtype(handle, registration.line().undo().orElseThrow().owner());
  }

  /** Whether the handle goes into fields of the registrant and nowhere from there. */
  private boolean isOnlyKept(Registration registration) {
    Body body = registration.body();
    boolean kept = false;
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Copy
          || node.step() instanceof Step.Cast
          || StepUses.used(node.step()).stream().noneMatch(r -> isHandle(registration, node, r))) {
        continue;
      }
      if (!(node.step() instanceof Step.StoreField store) || escapes(code.key(store.field()))) {
        return false;
      }
      kept = true;
    }
    return kept;
  }

  private boolean isHandle(Registration registration, Node node, int register) {
    return origins.of(registration.body(), node.id(), register).stream()
        .anyMatch(o -> o instanceof Origin.Result r && r.call().equals(registration.call()));
  }

  private boolean escapes(FieldKey field) {
    return FieldUses.of(code.world()).of(field).stream()
        .map(Use::kind)
        .anyMatch(k -> k == Use.Kind.PASSED || k == Use.Kind.RETURNED || k == Use.Kind.STORED);
  }
}
