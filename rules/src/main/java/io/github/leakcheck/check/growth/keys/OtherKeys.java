package io.github.leakcheck.check.growth.keys;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.usage.Body;
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
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds removals under a key of the right type that is not the one of the addition: one of two keys
 * that a method files the same thing under, a name that was put in lower case before, or a part of
 * the text that was composed.
 */
public final class OtherKeys {
  private static final Pattern PUTS = Pattern.compile("put\\w*|computeIfAbsent|add");

  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final FieldUses fieldUses;
  private final OneByOne oneByOne;
  private final Places places;
  private final OtherGetters otherGetters;
  private final ChangedTexts changedTexts;
  private final ComposedKeys composedKeys;

  private OtherKeys(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.effects = Effects.of(world);
    this.fieldUses = FieldUses.of(world);
    this.oneByOne = new OneByOne(code);
    this.places = new Places(world);
    this.otherGetters = new OtherGetters(code);
    this.changedTexts = new ChangedTexts(code);
    this.composedKeys = new ComposedKeys(code);
  }

  /** The judge of this analysis. */
  public static OtherKeys of(World world) {
    return world.once(OtherKeys.class, OtherKeys::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0) {
      return Optional.empty();
    }
    boolean map = effects.isMap(field.type());
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    List<Use> removals = oneByOne.of(uses);
    List<Use> puts =
        uses.stream()
            .filter(use -> use.adds() && use.reach() == Use.Reach.ITSELF)
            .filter(use -> PUTS.matcher(use.call().callee().name()).matches())
            .filter(use -> use.call().arguments().size() == (map ? 2 : 1))
            .toList();
    if (removals.isEmpty() || puts.isEmpty()) {
      return Optional.empty();
    }
    return (map ? ofMap(owner, field, puts, removals, uses) : Optional.<Draft>empty())
        .or(
            () ->
                composedKeys
                    .of(puts, removals, lookups(uses))
                    .map(what -> draft(owner, field, puts.get(0), removals, what)));
  }

  private Optional<Draft> ofMap(
      TypeFacts owner, FieldFacts field, List<Use> puts, List<Use> removals, List<Use> uses) {
    return puts.stream()
        .filter(put -> isUnderOther(put, puts, removals))
        .findFirst()
        .map(put -> draft(owner, field, put, removals, "the other of two keys"))
        .or(
            () ->
                changedTexts
                    .of(puts, removals, lookups(uses))
                    .map(by -> "the text that `" + by + "()` made the key of")
                    .map(what -> draft(owner, field, puts.get(0), removals, what)))
        .or(
            () ->
                otherGetters
                    .of(puts, removals)
                    .map(what -> draft(owner, field, puts.get(0), removals, what)));
  }

  private static List<Use> lookups(List<Use> uses) {
    return uses.stream()
        .filter(use -> use.is(Effect.Kind.GETS) && use.reach() == Use.Reach.ITSELF)
        .filter(use -> !use.call().arguments().isEmpty())
        .toList();
  }

  /**
   * {@code if (own) map.put(id, x) else map.put(tag, x); .. map.remove(tag)}: who is filed under
   * the id stays.
   */
  private boolean isUnderOther(Use put, List<Use> puts, List<Use> removals) {
    Optional<Body> body = code.body(put.site().method());
    List<Use> here = in(put, removals);
    boolean paired =
        removals.stream()
            .allMatch(removal -> here.contains(removal) || !in(removal, puts).isEmpty());
    if (body.isEmpty() || here.isEmpty() || !paired || isTakenOut(body.get(), put, here)) {
      return false;
    }
    Set<Origin> value = argument(body.get(), put, 1);
    return !value.isEmpty()
        && value.stream().noneMatch(Origin.Constant.class::isInstance)
        && in(put, puts).stream()
            .filter(other -> other != put)
            .anyMatch(
                other ->
                    argument(body.get(), other, 1).equals(value)
                        && isTakenOut(body.get(), other, here));
  }

  private static List<Use> in(Use use, List<Use> uses) {
    return uses.stream()
        .filter(other -> other.site().method().equals(use.site().method()))
        .toList();
  }

  private boolean isTakenOut(Body body, Use put, List<Use> removals) {
    Set<Origin> key = argument(body, put, 0);
    return removals.stream()
        .flatMap(removal -> argument(body, removal, 0).stream())
        .anyMatch(key::contains);
  }

  private Set<Origin> argument(Body body, Use use, int position) {
    return origins.of(body, use.site().node(), use.call().arguments().get(position));
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use put, List<Use> removals, String what) {
    Use removal = in(put, removals).stream().findFirst().orElse(removals.get(0));
    String name =
        code.body(removal.site().method()).map(b -> b.flow().source().name()).orElse("remove");
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps the entry added here: `"
            + name
            + "()` removes by "
            + what;
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "its entries stay");
    return new Draft(
        "remove-method-never-removes",
        Confidence.MEDIUM,
        put.site(),
        message,
        "Remove by the key that the entry was added under",
        places.way(declared, PathStep.Kind.EXIT, removal.site(), "removes by another key"));
  }
}
