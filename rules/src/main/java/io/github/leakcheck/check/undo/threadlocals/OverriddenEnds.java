package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.undo.Bindings;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Overrides;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.Optional;

/**
 * Finds subclasses that override the method that takes a value away, and do not call it, while the
 * method above them still binds the value.
 */
final class OverriddenEnds {
  private final Code code;
  private final Overrides overrides;

  OverriddenEnds(Code code) {
    this.code = code;
    this.overrides = new Overrides(code);
  }

  /**
   * The first such method, empty if there is none.
   *
   * @param what how messages name what is bound, before the thread local
   */
  Optional<Remain> of(ThreadUses uses, Bindings bindings, String what) {
    for (Body body : bindings.brackets()) {
      for (int end : bindings.ends(body.method())) {
        Optional<Body> ending = ownMethod(body, end);
        Optional<Body> loose = ending.flatMap(above -> loose(bindings, body, above.method()));
        if (loose.isPresent()) {
          int bind = bindings.binds(body.method()).iterator().next();
          String name = ending.get().method().name();
          String message =
              what
                  + uses.name()
                  + " stays with its thread: `"
                  + Names.simple(loose.get().method().owner())
                  + "."
                  + name
                  + "()` overrides the method that takes it away, and does not call it";
          return Optional.of(
              new Remain(
                  body.site(bind),
                  Confidence.MEDIUM,
                  message,
                  "Call `super." + name + "()` there, or take it away in a method of its own",
                  loose.get(),
                  0));
        }
      }
    }
    return Optional.empty();
  }

  /** The method of the same object that the step calls, if subclasses may have another. */
  private Optional<Body> ownMethod(Body body, int node) {
    return body.step(node) instanceof Step.Call call
            && call.kind() == Step.CallKind.VIRTUAL
            && Origins.of(code).isThis(body, node, call.receiver())
        ? code.target(call).filter(target -> code.owns(target.method().owner()))
        : Optional.empty();
  }

  private Optional<Body> loose(Bindings bindings, Body body, MethodRef ending) {
    if (bindings.ends(ending).isEmpty()) {
      return Optional.empty();
    }
    return overrides.below(ending.owner()).stream()
        .filter(type -> bindsStill(bindings, body, type))
        .flatMap(type -> code.bodies(type).stream())
        .filter(other -> other.method().overrides(ending))
        .filter(other -> !Access.has(other.flow().access(), Access.BRIDGE))
        .filter(other -> bindings.ends(other.method()).isEmpty())
        .findFirst();
  }

  /** Whether objects of the class bind as the body does, by methods that they do not override. */
  private boolean bindsStill(Bindings bindings, Body body, String type) {
    return bindings.binds(body.method()).stream()
        .flatMap(bind -> ownMethod(body, bind).stream())
        .map(Body::method)
        .noneMatch(
            binder ->
                code.bodies(type).stream()
                    .anyMatch(
                        other ->
                            other.method().overrides(binder)
                                && bindings.binds(other.method()).isEmpty()));
  }
}
