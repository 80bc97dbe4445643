package io.github.leakcheck.check.growth.neighbours;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Growths;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.growth.Unreleased;
import io.github.leakcheck.check.growth.Wording;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds entries of which the last part has gone: a map has an entry for each target, another one
 * the entry of each connection; who closes a connection takes it out of its entry, and leaves that
 * under its target for good.
 */
public final class DrainedEntries {
  private static final int DEPTH = 3;

  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final FieldUses fieldUses;
  private final Growths growths;
  private final Unreleased unreleased;
  private final OneByOne oneByOne;
  private final Shared shared;
  private final Wording wording;

  private DrainedEntries(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.effects = Effects.of(world);
    this.fieldUses = FieldUses.of(world);
    this.growths = new Growths(code);
    this.unreleased = new Unreleased(code);
    this.oneByOne = new OneByOne(code);
    this.shared = Shared.of(code);
    this.wording = new Wording(code);
  }

  /** The judge of this analysis. */
  public static DrainedEntries of(World world) {
    return world.once(DrainedEntries.class, DrainedEntries::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!effects.isMap(field.type()) || !shared.mayLast(owner, field)) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = fieldUses.of(key);
    return uses.stream().noneMatch(Use::adds) || !unreleased.is(key, uses)
        ? Optional.empty()
        : growths.of(uses, key, Access.has(field.access(), Access.STATIC)).stream()
            .filter(growth -> growth.memo() && growth.sure() != Confidence.LOW)
            .filter(growth -> growth.key().domain().compareTo(Domain.UNKNOWN) >= 0)
            .flatMap(growth -> draft(owner, field, growth.use(), uses).stream())
            .findFirst();
  }

  private Optional<Draft> draft(TypeFacts owner, FieldFacts field, Use add, List<Use> uses) {
    Body body = code.body(add.site().method()).orElse(null);
    Set<Origin> entry = body == null ? Set.of() : entry(body, add, uses);
    for (FieldFacts other : entry.isEmpty() ? List.<FieldFacts>of() : owner.fields()) {
      if (!other.name().equals(field.name()) && effects.isMap(other.type())) {
        List<Use> others = fieldUses.of(new FieldKey(owner.name(), other.name()));
        boolean kept = others.stream().anyMatch(use -> keeps(body, use, entry));
        Set<String> through = kept ? Set.of() : types(entry);
        Optional<Body> drains =
            oneByOne.of(others).stream()
                .flatMap(use -> drains(use, kept, through).stream())
                .findFirst();
        if (drains.isPresent()) {
          return drains.map(end -> draft(owner, field, add, other, end));
        }
      }
    }
    return Optional.empty();
  }

  /** What the method puts into the map, or has found there under the key. */
  private Set<Origin> entry(Body body, Use add, List<Use> uses) {
    Set<Origin> found = new HashSet<>();
    List<Integer> given = add.call().arguments();
    if (given.size() == 2) {
      found.addAll(origins.of(body, add.site().node(), given.get(1)));
    }
    uses.stream()
        .filter(use -> use.call() != null && use.reach() == Use.Reach.ITSELF)
        .filter(use -> use.is(Effect.Kind.GETS) || use.adds())
        .filter(use -> use.site().method().equals(body.method()))
        .forEach(use -> found.add(new Origin.Result(body, use.site().node(), use.call())));
    found.removeIf(origin -> origin instanceof Origin.Constant);
    return found;
  }

  /** Classes of what is made to be put into the map. */
  private static Set<String> types(Set<Origin> entry) {
    return entry.stream()
        .filter(Origin.Fresh.class::isInstance)
        .map(origin -> ((Origin.Fresh) origin).type())
        .filter(type -> !Platform.isJdk(type))
        .collect(Collectors.toSet());
  }

  /** Whether the other map takes in the entry, or something made of it. */
  private boolean keeps(Body body, Use use, Set<Origin> entry) {
    if (!use.adds()
        || use.reach() != Use.Reach.ITSELF
        || !use.site().method().equals(body.method())
        || use.call().arguments().size() != 2) {
      return false;
    }
    Set<Origin> value = origins.of(body, use.site().node(), use.call().arguments().get(1));
    return value.stream().anyMatch(o -> entry.contains(o) || isMadeOf(body, o, entry));
  }

  private boolean isMadeOf(Body body, Origin origin, Set<Origin> entry) {
    return origin instanceof Origin.Fresh made
        && made.body() == body
        && origins
            .constructor(made)
            .map(node -> (Step.Call) body.step(node))
            .filter(
                call ->
                    origins
                        .ofArguments(body, origins.constructor(made).get(), call)
                        .anyMatch(entry::contains))
            .isPresent();
  }

  /**
   * The method, if it counts or takes something out of what the removal gave; where other methods
   * put that there, out of what is kept in it as one of the types.
   */
  private Optional<Body> drains(Use removal, boolean kept, Set<String> through) {
    int from = removal.site().node();
    return code.body(removal.site().method())
        .filter(body -> !body.flow().isLambdaBody())
        .filter(
            body ->
                body.nodes().stream()
                    .anyMatch(
                        node -> {
                          int out = drained(body, node);
                          return out != Step.NONE
                              && (kept || isWithin(body, node.id(), out, through, DEPTH))
                              && isOf(body, node.id(), out, from, DEPTH);
                        }));
  }

  /** What the step counts down, or takes something out of. */
  private int drained(Body body, Node node) {
    if (node.step() instanceof Step.StoreField store) {
      return origins.of(body, node.id(), store.value()).stream().allMatch(this::isComputed)
          ? store.object()
          : Step.NONE;
    }
    return node.step() instanceof Step.Call call
            && effects.of(call.callee()).kind() == Effect.Kind.REMOVES
        ? call.receiver()
        : Step.NONE;
  }

  /** Whether the value is a field of one of the types, or is read from such. */
  private boolean isWithin(Body body, int node, int register, Set<String> types, int depth) {
    return depth > 0
        && origins.of(body, node, register).stream()
            .anyMatch(
                origin ->
                    origin instanceof Origin.OfField field
                        && field.body() == body
                        && (types.contains(field.field().type())
                            || isWithin(body, field.node(), holder(field), types, depth - 1)));
  }

  private boolean isComputed(Origin value) {
    return value instanceof Origin.Other other
        && other.body().step(other.node()) instanceof Step.Compute;
  }

  /** Whether the value is what the removal gave, or is read from that. */
  private boolean isOf(Body body, int node, int register, int removal, int depth) {
    return origins.of(body, node, register).stream()
        .anyMatch(
            origin ->
                origin.isMadeAt(body, removal)
                    || origin instanceof Origin.OfField field
                        && field.body() == body
                        && depth > 0
                        && isOf(body, field.node(), holder(field), removal, depth - 1));
  }

  private static int holder(Origin.OfField field) {
    Step step = field.body().step(field.node());
    return step instanceof Step.LoadField load
        ? load.object()
        : step instanceof Step.Call call ? call.receiver() : Step.NONE;
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, FieldFacts other, Body end) {
    String name = end.flow().source().name();
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps each entry when nothing is left of it: `"
            + name
            + "()` takes out of it what it takes out of `"
            + other.name()
            + "`, and never the entry";
    return wording.leftBehind(
        owner,
        field,
        add.site(),
        end,
        "entries",
        message,
        "Remove the entry from `" + field.name() + "` with the last of its parts");
  }
}
