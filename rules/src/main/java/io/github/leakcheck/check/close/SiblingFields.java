package io.github.leakcheck.check.close;

import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Objects of the program's own that are no {@code AutoCloseable}, made and kept by a class that
 * ends another one of their type or of a type above it: so they must be ended, too.
 */
final class SiblingFields {
  private final ClassFacts unit;
  private final Knowledge knowledge;

  SiblingFields(ClassFacts unit, World world) {
    this.unit = unit;
    this.knowledge = Knowledge.of(world);
  }

  /**
   * Those of the class, whether something ends them or not.
   *
   * @param ends what runs at the end of its objects, asked for only where it matters
   */
  List<OwnedField> in(Supplier<Set<MethodRef>> ends) {
    List<OwnedField> made = made();
    if (made.size() < 2) {
      return List.of();
    }
    FieldReleases releases = new FieldReleases(knowledge);
    releases.read(unit);
    List<String> ended =
        made.stream()
            .map(OwnedField::field)
            .filter(field -> !Collections.disjoint(releases.releasedOnlyIn(field), ends.get()))
            .map(FieldRef::type)
            .toList();
    return made.stream()
        .filter(one -> ended.stream().anyMatch(type -> isLike(one, type)))
        .filter(one -> made.stream().noneMatch(other -> isSame(one, other)))
        .toList();
  }

  /** One object in two fields: what ends the one ends the other. */
  private static boolean isSame(OwnedField one, OwnedField other) {
    return !one.field().equals(other.field())
        && one.flow().method().equals(other.flow().method())
        && one.site().node().id() == other.site().node().id();
  }

  private boolean isLike(OwnedField one, String type) {
    return knowledge.types().isSubtype(one.site().type(), type);
  }

  private List<OwnedField> made() {
    List<OwnedField> made = new ArrayList<>();
    for (MethodFlow flow : unit.flows()) {
      if (!flow.isStatic() && !flow.isLambdaBody()) {
        Definitions definitions = flow.definitions();
        for (Node node : flow.nodes()) {
          made(flow, definitions, node).ifPresent(made::add);
        }
      }
    }
    return made;
  }

  private Optional<OwnedField> made(MethodFlow flow, Definitions definitions, Node node) {
    if (!(node.step() instanceof Step.StoreField store)
        || store.field().isStatic()
        || !store.field().owner().equals(unit.type().name())) {
      return Optional.empty();
    }
    int origin = FieldReleases.originNode(flow, definitions, node.id(), store.value());
    return origin >= 0
            && flow.node(origin).step() instanceof Step.New fresh
            && knowledge.isJudged(fresh.type())
        ? knowledge
            .ownEndings()
            .endsOwn(fresh.type())
            .map(api -> new Site(flow.node(origin), api, fresh.type(), -1, Confidence.MEDIUM))
            .map(site -> new OwnedField(store.field(), site, flow))
        : Optional.empty();
  }
}
