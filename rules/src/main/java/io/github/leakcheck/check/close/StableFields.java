package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.HashMap;
import java.util.Map;

/**
 * Final fields that a method reads more than once: what one read tells holds for the next. Each has
 * a register of its own behind those of the flow, which never dies.
 */
final class StableFields {
  private final Map<FieldRef, Integer> slots;

  private StableFields(Map<FieldRef, Integer> slots) {
    this.slots = slots;
  }

  /** The register for the field read; -1 if there is none. */
  int slot(Step.LoadField load) {
    return slots.getOrDefault(load.field(), -1);
  }

  static StableFields of(MethodFlow flow, Classifier classifier) {
    Map<FieldRef, Integer> reads = new HashMap<>();
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.LoadField load && isOwn(flow, load.field())) {
        reads.merge(load.field(), 1, Integer::sum);
      }
    }
    Map<FieldRef, Integer> slots = new HashMap<>();
    reads.forEach(
        (field, times) -> {
          if (times > 1 && classifier.isFinal(field)) {
            slots.put(field, flow.registers() + slots.size());
          }
        });
    return new StableFields(slots);
  }

  /** Follows just this field, final or not. */
  static StableFields only(MethodFlow flow, FieldRef field) {
    return new StableFields(Map.of(field, flow.registers()));
  }

  private static boolean isOwn(MethodFlow flow, FieldRef field) {
    return field.owner().equals(flow.method().owner())
        && !Access.has(flow.access(), Access.SYNTHETIC);
  }
}
