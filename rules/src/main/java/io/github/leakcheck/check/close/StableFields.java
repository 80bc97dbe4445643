package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Fields that a method uses more than once and that keep their value meanwhile: what one read tells
 * holds for the next. Those are final ones, and others that nothing that the method calls of its
 * own class writes, unless they are volatile or read in a loop, which may be there to wait for
 * another thread. Each has a register of its own behind those of the flow, which never dies.
 */
final class StableFields {
  private final Map<FieldRef, Integer> slots;
  private final Map<Integer, FieldRef> getters;

  private StableFields(Map<FieldRef, Integer> slots, Map<Integer, FieldRef> getters) {
    this.slots = slots;
    this.getters = getters;
  }

  /** The register for the field that the call at this node returns; -1 if there is none. */
  int slot(Node call) {
    FieldRef field = getters.get(call.id());
    return field == null ? -1 : slots.getOrDefault(field, -1);
  }

  /** The register for the field written; -1 if there is none. */
  int slot(Step.StoreField store) {
    return slots.getOrDefault(store.field(), -1);
  }

  /** The register for the field read; -1 if there is none. */
  int slot(Step.LoadField load) {
    return slots.getOrDefault(load.field(), -1);
  }

  static StableFields of(MethodFlow flow, Classifier classifier) {
    Map<FieldRef, Integer> uses = new HashMap<>();
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.LoadField load && isOwn(flow, load.field())) {
        uses.merge(load.field(), 1, Integer::sum);
      } else if (node.step() instanceof Step.StoreField store && isOwn(flow, store.field())) {
        uses.merge(store.field(), 1, Integer::sum);
      }
    }
    Set<FieldRef> changed = uses.isEmpty() ? Set.of() : classifier.writtenByCallees(flow);
    Map<FieldRef, Integer> slots = new HashMap<>();
    uses.forEach(
        (field, times) -> {
          if (times > 1
              && (classifier.isFinal(field) || isKept(flow, field, classifier, changed))) {
            slots.put(field, flow.registers() + slots.size());
          }
        });
    return new StableFields(slots, Map.of());
  }

  private static boolean isKept(
      MethodFlow flow, FieldRef field, Classifier classifier, Set<FieldRef> changed) {
    return !classifier.isVolatile(field)
        && !changed.contains(field)
        && flow.nodes().stream()
            .filter(
                node -> node.step() instanceof Step.LoadField load && load.field().equals(field))
            .noneMatch(node -> isInLoop(flow, node));
  }

  private static boolean isInLoop(MethodFlow flow, Node node) {
    return Reachability.leads(flow, node.next(), next -> next == node.id());
  }

  /** Follows just this field, final or not, read directly or by calls of its getter. */
  static StableFields only(MethodFlow flow, FieldRef field, Getters getters) {
    Map<Integer, FieldRef> calls = new HashMap<>();
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.Call call
          && getters.field(call).filter(field::equals).isPresent()) {
        calls.put(node.id(), field);
      }
    }
    return new StableFields(Map.of(field, flow.registers()), calls);
  }

  private static boolean isOwn(MethodFlow flow, FieldRef field) {
    return field.owner().equals(flow.method().owner())
        && !Access.has(flow.access(), Access.SYNTHETIC);
  }
}
