package io.github.leakcheck.check.undo.tasks;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.threads.Repeats;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges collections of handles of repeating tasks whose owner cancels all that are there as it
 * ends itself, and drops some before that without cancelling them: nobody can do so any more.
 */
public final class DroppedHandles {
  private final World world;
  private final Code code;
  private final Repeats repeats;
  private final Lifecycle lifecycle;
  private final Endings endings;
  private final Places places;

  public DroppedHandles(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.repeats = new Repeats(code);
    this.lifecycle = Lifecycle.of(code);
    this.endings = new Endings(code);
    this.places = new Places(world);
  }

  /** What is wrong with the collection in the field, empty if nothing is. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!holdsMany(field.type()) || Access.has(field.access(), Access.STATIC)) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = FieldUses.of(world).of(key);
    Optional<Use> added = uses.stream().filter(this::addsHandle).findFirst();
    boolean alone =
        uses.stream()
            .allMatch(use -> use.kind() == Use.Kind.CALLED || use.kind() == Use.Kind.WRITTEN);
    if (added.isEmpty() || !alone) {
      return Optional.empty();
    }
    Set<MethodRef> cancels = cancels(owner);
    return end(owner, cancels)
        .flatMap(
            end ->
                uses.stream()
                    .filter(use -> drops(use) && isLeft(owner, use.site(), cancels))
                    .findFirst()
                    .map(use -> draft(key, added.get(), use, end)));
  }

  private boolean holdsMany(String type) {
    return world.types().isSubtype(type, "java.util.Collection")
        || world.types().isSubtype(type, "java.util.Map");
  }

  private boolean addsHandle(Use use) {
    Optional<Body> body = use.adds() ? code.body(use.site().method()) : Optional.empty();
    return body.isPresent()
        && Origins.of(code)
            .ofArguments(body.get(), use.site().node(), use.call())
            .anyMatch(repeats::isHandle);
  }

  /** The methods around the class that cancel tasks. */
  private Set<MethodRef> cancels(TypeFacts owner) {
    return code.nest(owner.name()).stream()
        .flatMap(type -> code.bodies(type).stream())
        .filter(body -> body.nodes().stream().anyMatch(node -> cancels(node.step())))
        .map(Body::method)
        .collect(Collectors.toSet());
  }

  private boolean cancels(Step step) {
    return step instanceof Step.Call call
        && call.callee().name().equals("cancel")
        && world.types().isSubtype(call.callee().owner(), "java.util.concurrent.Future");
  }

  /** The method that ends the owner, and cancels what is there by then. */
  private Optional<Body> end(TypeFacts owner, Set<MethodRef> cancels) {
    return lifecycle.endings(owner.name()).stream()
        .filter(body -> body.method().owner().equals(owner.name()))
        .filter(body -> endings.reachedFrom(body.method()).stream().anyMatch(cancels::contains))
        .findFirst();
  }

  private static boolean drops(Use use) {
    return use.removes()
        && use.reach() == Use.Reach.ITSELF
        && use.call().result() == Step.NONE
        && List.of("remove", "clear").contains(use.call().callee().name());
  }

  /** Whether neither the method nor who calls it cancels anything, nor a function runs it. */
  private boolean isLeft(TypeFacts owner, Site site, Set<MethodRef> cancels) {
    MethodRef method = site.method();
    Set<MethodRef> around = new HashSet<>(endings.reachedFrom(method));
    code.callers(method).forEach(call -> around.addAll(endings.reachedFrom(call.method())));
    return !endings.reach(owner.name(), method)
        && around.stream().noneMatch(cancels::contains)
        && !repeats.endsExecutor(method)
        && code.nest(owner.name()).stream()
            .flatMap(type -> code.bodies(type).stream())
            .filter(body -> body.flow().isLambdaBody())
            .noneMatch(body -> endings.reachedFrom(body.method()).contains(method));
  }

  private Draft draft(FieldKey field, Use added, Use dropped, Body end) {
    Body adds = code.body(added.site().method()).orElseThrow();
    Body drops = code.body(dropped.site().method()).orElseThrow();
    String method = "`" + drops.flow().source().name() + "()`";
    return new Draft(
        Repeats.RULE,
        Confidence.MEDIUM,
        dropped.site(),
        method
            + " takes handles of tasks that repeat out of `"
            + field.shortName()
            + "` and does not cancel them: `"
            + end.flow().source().name()
            + "()` does so with those alone that are still there",
        "Call `cancel()` on what is taken out in " + method,
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, places.of(adds, added.site().node()), "put there"),
            new PathStep(
                PathStep.Kind.EXIT, places.of(drops, dropped.site().node()), "dropped here")));
  }
}
