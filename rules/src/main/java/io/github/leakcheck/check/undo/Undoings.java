package io.github.leakcheck.check.undo;

import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Looks for the call that undoes, where it could be. */
final class Undoings {
  private final World world;
  private final Code code;

  Undoings(Code code) {
    this.world = code.world();
    this.code = code;
  }

  /** A call of the undoing method in the nest of the class, its ancestors or descendants. */
  Optional<Site> near(String className, Signature undo) {
    Set<String> types = new LinkedHashSet<>(code.nest(className));
    for (String type : Set.copyOf(code.nest(className))) {
      for (String ancestor : world.types().supertypes(type)) {
        types.addAll(code.nest(ancestor));
      }
      types.addAll(world.program().directSubtypes(type));
    }
    for (String type : types) {
      for (Body body : code.bodies(type)) {
        Optional<Site> found = in(body, undo);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** A call of it in one body. */
  Optional<Site> in(Body body, Signature undo) {
    for (Node node : body.nodes()) {
      if (called(node.step()).filter(callee -> fits(undo, callee)).isPresent()) {
        return Optional.of(body.site(node.id()));
      }
    }
    return Optional.empty();
  }

  private static Optional<MethodRef> called(Step step) {
    if (step instanceof Step.Call call) {
      return Optional.of(call.callee());
    }
    return step instanceof Step.Lambda lambda && lambda.reference()
        ? Optional.ofNullable(lambda.body())
        : Optional.empty();
  }

  /** The static type may be a supertype of the one the line names, as with {@code close()}. */
  private boolean fits(Signature undo, MethodRef callee) {
    return undo.matches(callee, world.types())
        || undo.matches(callee.in(undo.owner()), world.types())
            && world.types().isSubtype(undo.owner(), callee.owner());
  }

  /** A call of it anywhere else in the classes to judge. */
  Optional<Site> far(Signature undo) {
    int parameters = undo.parameters() == null ? -1 : undo.parameters().size();
    for (int n = 0; n < 6; n++) {
      if (parameters < 0 || parameters == n) {
        for (Site site : code.callsNamed(undo.name(), n)) {
          Optional<Body> body = code.body(site.method());
          if (body.isPresent()
              && body.get().step(site.node()) instanceof Step.Call call
              && fits(undo, call.callee())) {
            return Optional.of(site);
          }
        }
      }
    }
    return Optional.empty();
  }
}
