package io.github.leakcheck.check.growth.keys;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds removals under a key that is looked up in a second map which nothing ever fills: {@code
 * batches.remove(batchOf.get(message))} takes out what is under null.
 */
public final class NeverFilled {
  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final FieldUses fieldUses;
  private final Capacities capacities;
  private final OneByOne oneByOne;
  private final Places places;

  private NeverFilled(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.effects = Effects.of(world);
    this.fieldUses = FieldUses.of(world);
    this.capacities = new Capacities(code);
    this.oneByOne = new OneByOne(code);
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static NeverFilled of(World world) {
    return world.once(NeverFilled.class, NeverFilled::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!effects.isMap(field.type())) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    Optional<Use> added = uses.stream().filter(Use::adds).findFirst();
    List<Use> removals = oneByOne.of(uses);
    if (added.isEmpty() || removals.isEmpty()) {
      return Optional.empty();
    }
    Set<Optional<FieldKey>> sources = new HashSet<>();
    removals.forEach(removal -> sources.add(source(removal)));
    return sources.size() == 1
        ? sources
            .iterator()
            .next()
            .map(source -> draft(owner, field, added.get(), removals, source))
        : Optional.empty();
  }

  /** The map without entries in which all that the removal is given was looked up. */
  private Optional<FieldKey> source(Use removal) {
    Body body = code.body(removal.site().method()).orElseThrow();
    Set<FieldKey> found = new HashSet<>();
    for (Origin key : origins.of(body, removal.site().node(), removal.call().arguments().get(0))) {
      Optional<FieldKey> map = lookedUp(key).filter(this::isNeverFilled);
      if (map.isEmpty()) {
        return Optional.empty();
      }
      found.add(map.get());
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  private Optional<FieldKey> lookedUp(Origin key) {
    if (!(key instanceof Origin.Result got)) {
      return Optional.empty();
    }
    Effect.Kind kind = effects.of(got.call().callee()).kind();
    Set<Origin> maps = origins.of(got.body(), got.node(), got.call().receiver());
    return (kind == Effect.Kind.GETS || kind == Effect.Kind.REMOVES)
            && maps.size() == 1
            && maps.iterator().next() instanceof Origin.OfField map
            && effects.isMap(map.field().type())
        ? Optional.of(code.key(map.field()))
        : Optional.empty();
  }

  /** Whether the program makes the map, shows it to nobody and never adds to it. */
  private boolean isNeverFilled(FieldKey map) {
    List<Use> uses = fieldUses.of(map);
    return code.owns(map.owner())
        && (code.world().program().sight() != Sight.FILE || isPrivate(map))
        && capacities.ofField(uses).kind() == Capacity.Kind.UNBOUNDED
        && uses.stream()
            .noneMatch(
                use ->
                    use.adds()
                        || use.kind() == Use.Kind.PASSED
                        || use.kind() == Use.Kind.STORED
                        || use.kind() == Use.Kind.RETURNED);
  }

  private boolean isPrivate(FieldKey field) {
    return code.world()
        .program()
        .type(field.owner())
        .flatMap(type -> type.field(field.name()))
        .filter(facts -> Access.has(facts.access(), Access.PRIVATE))
        .isPresent();
  }

  private Draft draft(
      TypeFacts owner, FieldFacts field, Use added, List<Use> removals, FieldKey source) {
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps its entries: `"
            + removals.get(0).site().method().name()
            + "()` removes under what `"
            + source.name()
            + "` has, to which nothing ever adds";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "entries that stay");
    return new Draft(
        "remove-method-never-removes",
        Confidence.MEDIUM,
        added.site(),
        message,
        "Add the key to `" + source.name() + "` where the entry is added",
        places.way(
            declared, PathStep.Kind.RELEASED, removals.get(0).site(), "finds nothing to remove"));
  }
}
