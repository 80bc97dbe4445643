package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.growth.HandedOut;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds closeable things that stay where their maker keeps them once they are closed: {@code
 * open()} adds what it returns to a collection, {@code close()} of the thing does not take it out,
 * as only a method of the maker would that must be told of it.
 */
public final class ClosedAlone {
  private static final MethodRef CLOSE = new MethodRef("", "close", List.of(), "void");

  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Capacities capacities;
  private final HandedOut handedOut;
  private final Lifecycle lifecycle;
  private final Reaches reaches;
  private final Shared shared;
  private final Starts starts;
  private final Places places;

  private ClosedAlone(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.capacities = new Capacities(code);
    this.handedOut = new HandedOut(code);
    this.lifecycle = Lifecycle.of(code);
    this.reaches = new Reaches(code);
    this.shared = Shared.of(code);
    this.starts = Starts.of(code);
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static ClosedAlone of(World world) {
    return world.once(ClosedAlone.class, ClosedAlone::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0
        || Access.has(field.access(), Access.STATIC)
        || shared.isBrief(owner)) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    List<Use> removals = uses.stream().filter(Use::removes).toList();
    Capacity capacity = capacities.ofField(uses);
    if (!removals.stream().allMatch(removal -> isAtEnd(removal) || isTold(owner, removal))
        || lifecycle.endings(owner.name()).stream().noneMatch(end -> uses(end, uses))
        || capacity.kind().compareTo(Capacity.Kind.FIXED) <= 0) {
      return Optional.empty();
    }
    // A document keeps its parts, too, but is done with soon.
    Confidence sure = shared.isOfThreads(owner, capacity) ? Confidence.MEDIUM : Confidence.LOW;
    for (Use use : uses) {
      Optional<MethodRef> close = use.adds() ? close(use, removals) : Optional.empty();
      if (close.isPresent()) {
        return Optional.of(draft(owner, field, use, close.get(), sure));
      }
    }
    return Optional.empty();
  }

  private static boolean isAtEnd(Body body) {
    return Lifecycle.ends(body.flow());
  }

  private boolean isAtEnd(Use removal) {
    return (removal.call() == null || removal.call().arguments().isEmpty())
        && code.body(removal.site().method()).filter(ClosedAlone::isAtEnd).isPresent();
  }

  /** {@code release(thing)} of the maker's own class, which no interface lets others call. */
  private boolean isTold(TypeFacts owner, Use removal) {
    Optional<Body> body = code.body(removal.site().method());
    return body.isPresent()
        && removal.call() != null
        && removal.call().arguments().size() == 1
        && removal.site().method().owner().equals(owner.name())
        && !body.get().flow().isLambdaBody()
        && origins.of(body.get(), removal.site().node(), removal.call().arguments().get(0)).stream()
            .allMatch(Origin::isGiven)
        && isOfClassAlone(owner, removal.site().method());
  }

  private boolean isOfClassAlone(TypeFacts owner, MethodRef method) {
    return code.world().types().supertypes(owner.name()).stream()
        .filter(type -> !type.equals(owner.name()))
        .flatMap(type -> code.world().program().type(type).stream())
        .noneMatch(type -> type.method(method).isPresent());
  }

  private static boolean uses(Body ending, List<Use> uses) {
    return uses.stream()
        .anyMatch(
            use ->
                (use.kind() == Use.Kind.CALLED || use.kind() == Use.Kind.PASSED)
                    && use.site().method().equals(ending.method()));
  }

  /** The closing of what is made, added and returned, if that leaves the collection alone. */
  private Optional<MethodRef> close(Use add, List<Use> removals) {
    Body body = code.body(add.site().method()).orElse(null);
    if (body == null || !isAsked(body, add)) {
      return Optional.empty();
    }
    int last = add.call().arguments().size() - 1;
    Set<Origin> made = origins.of(body, add.site().node(), add.call().arguments().get(last));
    return handedOut.isMadeHere(body, made)
        ? made.stream()
            .map(Added::type)
            .flatMap(type -> closing(type).stream())
            .filter(close -> removals.stream().noneMatch(r -> r.site().method().equals(close)))
            .filter(close -> !reaches.any(close, removals))
            .findFirst()
        : Optional.empty();
  }

  /** Whether whoever has the object calls the method, again and again. */
  private boolean isAsked(Body body, Use add) {
    int access = body.flow().access();
    return !add.call().arguments().isEmpty()
        && Access.isOpen(access)
        && !body.flow().isLambdaBody()
        && !body.method().isConstructor()
        && starts.onlyAtStart(body, add.site().node()) == Starts.Answer.NO
        && !starts.oncePerObject(body, add.site().node());
  }

  /** {@code close()} of a closeable class of the program, as that says or inherits it. */
  private Optional<MethodRef> closing(String type) {
    return code.world().types().isCloseable(type)
        ? code.world().types().supertypes(type).stream()
            .filter(code::owns)
            .flatMap(owner -> code.world().program().type(owner).stream())
            .flatMap(facts -> facts.method(CLOSE).stream())
            .map(TypeFacts.MethodFacts::ref)
            .filter(ref -> code.body(ref).filter(b -> b.nodes().size() > 1).isPresent())
            .findFirst()
        : Optional.empty();
  }

  private Draft draft(
      TypeFacts owner, FieldFacts field, Use add, MethodRef close, Confidence sure) {
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps each `"
            + Names.simple(close.owner())
            + "` that is made, also once it is closed: `"
            + Names.simple(close.owner())
            + ".close()` does not take it out";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "kept for the end");
    PathStep closes =
        new PathStep(
            PathStep.Kind.EXIT, places.of(code.body(close).orElseThrow(), 0), "leaves it there");
    return new Draft(
        "shared-cache-only-grows",
        sure,
        add.site(),
        message,
        "Let it take itself out when it is closed, or keep it by a weak reference",
        List.of(declared, closes));
  }
}
