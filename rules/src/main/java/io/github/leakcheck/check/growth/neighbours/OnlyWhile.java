package io.github.leakcheck.check.growth.neighbours;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.KnownKeys;
import io.github.leakcheck.check.growth.Leads;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.growth.Wording;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds collections that take in only what another one holds at the time, and keep it when it has
 * left the other: {@code if (connected.containsKey(session)) subscribers.add(session)}.
 */
public final class OnlyWhile {
  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Capacities capacities;
  private final KnownKeys knownKeys;
  private final OneByOne oneByOne;
  private final Leads leads;
  private final Shared shared;
  private final Wording wording;

  private OnlyWhile(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.capacities = new Capacities(code);
    this.knownKeys = new KnownKeys(code);
    this.oneByOne = new OneByOne(code);
    this.leads = new Leads(code);
    this.shared = Shared.of(code);
    this.wording = new Wording(code);
  }

  /** The judge of this analysis. */
  public static OnlyWhile of(World world) {
    return world.once(OnlyWhile.class, OnlyWhile::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0 || shared.isBrief(owner)) {
      return Optional.empty();
    }
    List<Use> uses = uses(owner, field);
    boolean open =
        uses.stream()
            .noneMatch(use -> use.kind() == Use.Kind.PASSED || use.is(Effect.Kind.REMOVES));
    return open && capacities.ofField(uses).kind().compareTo(Capacity.Kind.FIXED) > 0
        ? uses.stream()
            .filter(use -> use.is(Effect.Kind.ADDS) && !use.call().arguments().isEmpty())
            .flatMap(add -> draft(owner, field, add, uses).stream())
            .findFirst()
        : Optional.empty();
  }

  private List<Use> uses(TypeFacts owner, FieldFacts field) {
    return fieldUses.of(new FieldKey(owner.name(), field.name()));
  }

  private Optional<Draft> draft(TypeFacts owner, FieldFacts field, Use add, List<Use> uses) {
    Optional<Body> body = code.body(add.site().method());
    return body.isEmpty()
        ? Optional.empty()
        : owner.fields().stream()
            .filter(other -> !other.name().equals(field.name()) && other.type().indexOf('.') > 0)
            .filter(other -> isBehind(body.get(), add, new FieldKey(owner.name(), other.name())))
            .flatMap(other -> draft(owner, field, add, other, uses).stream())
            .findFirst();
  }

  /** Whether what is added is a parameter that was found in the other collection first. */
  private boolean isBehind(Body body, Use add, FieldKey other) {
    Set<Origin> element = origins.of(body, add.site().node(), add.call().arguments().get(0));
    return !element.isEmpty()
        && element.stream().allMatch(Origin::isGiven)
        && knownKeys.isBehind(body, add.site().node(), element, found -> holds(found, other));
  }

  private boolean holds(Set<Origin> found, FieldKey other) {
    return !found.isEmpty() && found.stream().allMatch(o -> origins.isRead(o, other));
  }

  /** The method that takes one out of the other collection, and has nothing to do with this. */
  private Optional<Draft> draft(
      TypeFacts owner, FieldFacts field, Use add, FieldFacts other, List<Use> uses) {
    List<Body> releases =
        oneByOne.of(uses(owner, other)).stream()
            .flatMap(use -> code.body(use.site().method()).stream())
            .filter(body -> !body.flow().isLambdaBody())
            .toList();
    return releases.stream().anyMatch(body -> leads.toAny(body, uses))
        ? Optional.empty()
        : releases.stream().findFirst().map(body -> draft(owner, field, add, other, body));
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, FieldFacts other, Body release) {
    String name = "`" + release.flow().source().name() + "()`";
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` takes in what is in `"
            + other.name()
            + "`, and keeps it when "
            + name
            + " takes it out of there";
    return wording.leftBehind(
        owner,
        field,
        add.site(),
        release,
        "elements",
        message,
        "Take it out of `" + field.name() + "` in " + name + " as well");
  }
}
