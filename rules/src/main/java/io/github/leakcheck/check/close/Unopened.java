package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Objects that hold nothing yet when their constructor is done: all that their {@code close()}
 * frees is in fields that other methods fill.
 */
final class Unopened {
  private final Program program;
  private final Knowledge knowledge;
  private final Map<MethodRef, Set<FieldRef>> known = new HashMap<>();

  Unopened(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
  }

  /** The fields that are filled later; empty if the object may hold something at once. */
  Set<FieldRef> filledLater(MethodRef constructor) {
    Set<FieldRef> fields = known.get(constructor);
    if (fields == null) {
      fields = find(constructor);
      known.put(constructor, fields);
    }
    return fields;
  }

  /** Whether the call on such an object may fill one of the fields. */
  boolean mayFill(Step.Call call, Set<FieldRef> fields) {
    List<MethodRef> targets = knowledge.targets().of(call);
    return targets.isEmpty()
        || targets.stream()
            .anyMatch(target -> !Collections.disjoint(knowledge.writes().of(target), fields));
  }

  private Set<FieldRef> find(MethodRef constructor) {
    MethodRef close = new MethodRef(constructor.owner(), "close", List.of(), "void");
    Set<FieldRef> freed = program.body(close).map(this::freed).orElse(Set.of());
    return freed.isEmpty() || !Collections.disjoint(freed, knowledge.writes().butNull(constructor))
        ? Set.of()
        : freed;
  }

  /** The fields that the body frees; empty if it frees anything else. */
  private Set<FieldRef> freed(MethodFlow close) {
    Definitions definitions = Definitions.of(close);
    Set<FieldRef> fields = new HashSet<>();
    for (Node node : close.nodes()) {
      if (node.step() instanceof Step.Call call && releases(call)) {
        int freed = call.receiver() >= 0 ? call.receiver() : firstArgument(call);
        if (!(FieldReleases.origin(close, definitions, node.id(), freed)
                instanceof Step.LoadField load)
            || load.object() < 0
            || !load.field().owner().equals(close.method().owner())) {
          return Set.of();
        }
        fields.add(load.field());
      }
    }
    return fields;
  }

  private boolean releases(Step.Call call) {
    return knowledge.isReleaseName(call.callee()) || knowledge.frees(call);
  }

  private static int firstArgument(Step.Call call) {
    return call.arguments().isEmpty() ? Step.NONE : call.arguments().get(0);
  }
}
