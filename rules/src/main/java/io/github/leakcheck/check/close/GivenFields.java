package io.github.leakcheck.check.close;

import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Resources that a constructor got from callers that made them and do not keep them: the object is
 * the one to close them.
 */
final class GivenFields {
  private final ClassFacts unit;
  private final World world;
  private final Knowledge knowledge;

  GivenFields(ClassFacts unit, World world) {
    this.unit = unit;
    this.world = world;
    this.knowledge = Knowledge.of(world);
  }

  /**
   * Those of the class, if it closes something else at its end.
   *
   * @param ends what runs at the end of its objects, asked for only where it matters
   */
  List<OwnedField> in(Supplier<Set<MethodRef>> ends) {
    List<OwnedField> given = new ArrayList<>();
    for (MethodFlow flow : unit.flows()) {
      if (flow.method().isConstructor() && !flow.isLambdaBody()) {
        Definitions definitions = flow.definitions();
        for (Node node : flow.nodes()) {
          given(flow, definitions, node).ifPresent(given::add);
        }
      }
    }
    return given.isEmpty() || !releasesSome(ends.get()) ? List.of() : given;
  }

  private Optional<OwnedField> given(MethodFlow flow, Definitions definitions, Node node) {
    if (!(node.step() instanceof Step.StoreField store)
        || store.field().isStatic()
        || !store.field().owner().equals(unit.type().name())
        || !knowledge.isCloseable(store.field().type())) {
      return Optional.empty();
    }
    int index =
        flow.parameters()
            .indexOf(FieldReleases.parameter(flow, definitions, node.id(), store.value()));
    String type = store.field().type();
    Confidence worth = Platform.isProvided(type) ? Confidence.HIGH : knowledge.worthOf(type);
    return index > 0 && worth != Confidence.LOW && ParameterOwners.of(world).owns(flow, index)
        ? knowledge
            .ofType(type)
            .map(api -> new OwnedField(store.field(), new Site(node, api, type, -1, worth), flow))
        : Optional.empty();
  }

  /** Whether the end of the class releases a field of its own. */
  private boolean releasesSome(Set<MethodRef> ends) {
    FieldReleases all = new FieldReleases(knowledge);
    all.read(unit);
    return unit.type().fields().stream()
        .map(f -> new FieldRef(unit.type().name(), f.name(), f.type(), false))
        .anyMatch(field -> !Collections.disjoint(all.releasedOnlyIn(field), ends));
  }
}
