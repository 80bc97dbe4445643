package io.github.leakcheck.check.growth.fields;

import io.github.leakcheck.check.growth.Longevity;
import io.github.leakcheck.check.growth.Release;
import io.github.leakcheck.check.growth.Releases;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.usage.Anchor;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import java.util.List;
import java.util.Optional;

/**
 * Finds the one collection of an object that only takes in, where the others of the same object let
 * go as they should: whoever wrote them knew that the object lives on.
 */
final class OddOnes {
  private static final int OTHERS = 2;

  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final FieldUses fieldUses;
  private final Releases releases;
  private final Shared shared;
  private final Longevity longevity;

  OddOnes(Code code, Releases releases, Shared shared, Longevity longevity) {
    this.code = code;
    this.origins = Origins.of(code);
    this.effects = Effects.of(code.world());
    this.fieldUses = FieldUses.of(code.world());
    this.releases = releases;
    this.shared = shared;
    this.longevity = longevity;
  }

  /** The anchor of such a field; empty if it is no odd one, or its object lives shortly. */
  Optional<Anchor> of(TypeFacts owner, FieldFacts field) {
    if (shared.isBrief(owner) || others(owner, field) < OTHERS) {
      return Optional.empty();
    }
    List<Optional<String>> registries =
        code.made(owner.name()).stream().map(site -> registry(site, 1)).toList();
    return registries.isEmpty() || registries.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : registries
            .get(0)
            .map(
                registry ->
                    new Anchor(
                        Anchor.Kind.KEPT,
                        Confidence.MEDIUM,
                        "field of an object that `" + Names.simple(registry) + "` holds"));
  }

  private long others(TypeFacts owner, FieldFacts field) {
    return owner.fields().stream()
        .filter(other -> !other.name().equals(field.name()) && other.type().indexOf('.') > 0)
        .filter(other -> letsGo(owner, other))
        .count();
  }

  private boolean letsGo(TypeFacts owner, FieldFacts other) {
    FieldKey key = new FieldKey(owner.name(), other.name());
    List<Use> uses = fieldUses.of(key);
    return uses.stream().anyMatch(Use::adds)
        && uses.stream().anyMatch(use -> use.removes() && use.call() != null)
        && releases.of(key, uses).kind() == Release.Kind.AUTOMATIC;
  }

  /** The long-lived class that adds what is made here to a collection of its own. */
  private Optional<String> registry(Site made, int depth) {
    Optional<Body> body = code.body(made.method());
    if (body.isEmpty()) {
      return Optional.empty();
    }
    for (Node node : body.get().nodes()) {
      Optional<String> keeper = registry(body.get(), node, made);
      if (keeper.isPresent()) {
        return keeper;
      }
      if (depth > 0
          && node.step() instanceof Step.Return back
          && origins.isMadeAt(body.get(), node.id(), back.value(), made.node())) {
        return code.callers(made.method()).stream()
            .flatMap(caller -> registry(caller, depth - 1).stream())
            .findFirst();
      }
    }
    return Optional.empty();
  }

  private Optional<String> registry(Body body, Node node, Site made) {
    if (!(node.step() instanceof Step.Call call)
        || effects.of(call.callee()).kind() != Effect.Kind.ADDS
        || call.arguments().stream()
            .noneMatch(a -> origins.isMadeAt(body, node.id(), a, made.node()))) {
      return Optional.empty();
    }
    return origins.of(body, node.id(), call.receiver()).stream()
        .filter(Origin.OfField.class::isInstance)
        .map(o -> code.key(((Origin.OfField) o).field()).owner())
        .filter(owner -> code.world().program().type(owner).flatMap(longevity::of).isPresent())
        .findFirst();
  }
}
