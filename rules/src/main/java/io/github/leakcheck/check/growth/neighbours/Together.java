package io.github.leakcheck.check.growth.neighbours;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.growth.HandedOut;
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
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the collection of all there ever were beside that of the active ones: the same thing is
 * added to both, and one of them alone lets it go when it has ended.
 */
public final class Together {
  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final FieldUses fieldUses;
  private final Unreleased unreleased;
  private final HandedOut handedOut;
  private final Shared shared;
  private final Wording wording;

  private Together(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.effects = Effects.of(world);
    this.fieldUses = FieldUses.of(world);
    this.unreleased = new Unreleased(code);
    this.handedOut = new HandedOut(code);
    this.shared = Shared.of(code);
    this.wording = new Wording(code);
  }

  /** The judge of this analysis. */
  public static Together of(World world) {
    return world.once(Together.class, Together::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0
        || Access.has(field.access(), Access.STATIC)
        || shared.isBrief(owner)) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = fieldUses.of(key);
    List<Use> adds = uses.stream().filter(this::addsOne).toList();
    return adds.isEmpty() || !unreleased.is(key, uses)
        ? Optional.empty()
        : owner.fields().stream()
            .filter(other -> !other.name().equals(field.name()) && other.type().indexOf('.') > 0)
            .flatMap(other -> draft(owner, field, adds, other).stream())
            .findFirst();
  }

  /** Adds something with an end of its own, elsewhere than in a constructor. */
  private boolean addsOne(Use use) {
    return use.adds()
        && use.reach() == Use.Reach.ITSELF
        && use.call().arguments().size() == 1
        && !use.site().method().name().startsWith("<")
        && element(use).stream().map(Added::type).anyMatch(handedOut::hasEnd);
  }

  private Set<Origin> element(Use use) {
    return code.body(use.site().method())
        .map(body -> origins.of(body, use.site().node(), use.call().arguments().get(0)))
        .orElse(Set.of());
  }

  private Optional<Draft> draft(
      TypeFacts owner, FieldFacts field, List<Use> adds, FieldFacts other) {
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), other.name()));
    Optional<Use> loses = uses.stream().filter(this::losesOne).findFirst();
    return loses.isEmpty()
        ? Optional.empty()
        : adds.stream()
            .filter(add -> uses.stream().filter(this::addsOne).anyMatch(b -> isSame(add, b)))
            .findFirst()
            .flatMap(
                add ->
                    code.body(loses.get().site().method())
                        .map(body -> draft(owner, field, add, other, body)));
  }

  /** {@code active.remove(ended)}: not one that the collection gave itself, as a pool does. */
  private boolean losesOne(Use use) {
    Optional<Body> body = code.body(use.site().method());
    if (!use.removes()
        || use.reach() != Use.Reach.ITSELF
        || body.isEmpty()
        || use.call().arguments().size() != 1
        || !use.call().callee().name().equals("remove")) {
      return false;
    }
    Set<Origin> ended = origins.of(body.get(), use.site().node(), use.call().arguments().get(0));
    boolean handedOver =
        body.get().nodes().stream()
            .anyMatch(
                node -> isReturned(body.get(), node, ended) || isAdded(body.get(), node, ended));
    return !handedOver && ended.stream().allMatch(this::isGiven);
  }

  private boolean isGiven(Origin ended) {
    return ended instanceof Origin.OfParameter
        || ended instanceof Origin.OfField field && !effects.isMap(field.field().type())
        || ended instanceof Origin.Result told
            && told.call().arguments().isEmpty()
            && effects.of(told.call().callee()).kind() == Effect.Kind.UNKNOWN;
  }

  private boolean isReturned(Body body, Node node, Set<Origin> ended) {
    return node.step() instanceof Step.Return back
        && origins.isAny(body, node.id(), back.value(), ended);
  }

  private boolean isAdded(Body body, Node node, Set<Origin> ended) {
    return node.step() instanceof Step.Call call
        && effects.of(call.callee()).kind() == Effect.Kind.ADDS
        && origins.ofArguments(body, node.id(), call).anyMatch(ended::contains);
  }

  /** Added here and there in one method, or by two that one caller gives the same. */
  private boolean isSame(Use add, Use other) {
    if (add.site().method().equals(other.site().method())) {
      return element(add).equals(element(other));
    }
    Set<MethodRef> callers = new HashSet<>();
    code.callers(other.site().method()).forEach(site -> callers.add(site.method()));
    return code.callers(add.site().method()).stream()
        .filter(site -> callers.contains(site.method()))
        .anyMatch(site -> givesBoth(site, other.site().method()));
  }

  private boolean givesBoth(Site site, MethodRef other) {
    Optional<Body> body = code.body(site.method());
    return body.isPresent()
        && code.callers(other).stream()
            .filter(second -> second.method().equals(site.method()))
            .anyMatch(second -> isSameGiven(body.get(), site.node(), second.node()));
  }

  private boolean isSameGiven(Body body, int first, int second) {
    Set<Origin> given = given(body, first);
    return !given.isEmpty()
        && given.stream()
            .map(this::what)
            .toList()
            .equals(given(body, second).stream().map(this::what).toList());
  }

  /** A field read twice gives the same. */
  private Object what(Origin origin) {
    return origin instanceof Origin.OfField field ? code.key(field.field()) : origin;
  }

  private Set<Origin> given(Body body, int node) {
    return body.step(node) instanceof Step.Call call && call.arguments().size() == 1
        ? origins.of(body, node, call.arguments().get(0))
        : Set.of();
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, FieldFacts other, Body release) {
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps what is taken out of `"
            + other.name()
            + "` when it has ended";
    return wording.leftBehind(
        owner,
        field,
        add.site(),
        release,
        "objects",
        message,
        "Take it out of `" + field.name() + "` as well");
  }
}
