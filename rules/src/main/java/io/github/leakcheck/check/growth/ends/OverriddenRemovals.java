package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Reaches;
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
import io.github.leakcheck.check.usage.Overrides;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds objects that put themselves into a collection as they are made and take themselves out as
 * they end, except those of a class that overrides the end and does not call the one above.
 */
public final class OverriddenRemovals {
  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Capacities capacities;
  private final SelfRemovals selfRemovals;
  private final Reaches reaches;
  private final Overrides overrides;
  private final Places places;

  private OverriddenRemovals(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.capacities = new Capacities(code);
    this.selfRemovals = new SelfRemovals(code);
    this.reaches = new Reaches(code);
    this.overrides = new Overrides(code);
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static OverriddenRemovals of(World world) {
    return world.once(OverriddenRemovals.class, OverriddenRemovals::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    List<Use> adds = uses.stream().filter(Use::adds).toList();
    List<Use> removals = uses.stream().filter(Use::removes).toList();
    if (adds.isEmpty()
        || removals.isEmpty()
        || adds.stream().anyMatch(this::isByReference)
        || capacities.ofField(uses).kind().compareTo(Capacity.Kind.FIXED) <= 0) {
      return Optional.empty();
    }
    return removals.stream()
        .flatMap(this::ends)
        // What is registered with another object is judged as that.
        .filter(end -> end.owner().equals(owner.name()))
        .filter(end -> code.body(end).filter(b -> Lifecycle.ends(b.flow())).isPresent())
        .filter(end -> isEntered(end.owner(), adds))
        .flatMap(end -> loose(end, removals))
        .findFirst()
        .map(loose -> draft(owner, field, adds.get(0), loose));
  }

  /** A weak or soft reference lets its object go by itself. */
  private boolean isByReference(Use add) {
    return code.body(add.site().method()).stream()
        .flatMap(body -> origins.ofArguments(body, add.site().node(), add.call()))
        .anyMatch(
            value ->
                value instanceof Origin.Fresh made
                    && code.world().types().isSubtype(made.type(), "java.lang.ref.Reference"));
  }

  private Stream<MethodRef> ends(Use removal) {
    Stream<MethodRef> itself =
        selfRemovals.givesItself(removal.site())
            ? Stream.of(removal.site().method())
            : Stream.empty();
    return Stream.concat(itself, selfRemovals.of(removal).stream().map(Site::method)).distinct();
  }

  /** Whether each object of the class is added as it is made. */
  private boolean isEntered(String type, List<Use> adds) {
    return code.bodies(type).stream()
        .map(Body::method)
        .filter(MethodRef::isConstructor)
        .anyMatch(made -> reaches.any(made, adds));
  }

  private Stream<Body> loose(MethodRef end, List<Use> removals) {
    return overrides.withoutSuper(end).stream()
        .filter(body -> !reaches.any(body.method(), removals));
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, Body loose) {
    String end = "`super." + loose.method().name() + "()`";
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps each `"
            + Names.simple(loose.method().owner())
            + "`: its `"
            + loose.method().name()
            + "()` overrides the method that takes it out, and does not call it";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "the collection");
    return new Draft(
        "remove-method-never-removes",
        Confidence.MEDIUM,
        loose.site(0),
        message,
        "Call " + end + ", at best in a finally block",
        places.way(declared, PathStep.Kind.GROWS, add.site(), "added as it is made"));
  }
}
