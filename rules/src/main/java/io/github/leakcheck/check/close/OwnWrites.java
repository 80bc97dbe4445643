package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which fields of its own class a method may write, itself or by calling others of its class. */
final class OwnWrites {
  private final Program program;
  private final Map<MethodRef, Set<FieldRef>> known = new HashMap<>();

  OwnWrites(Program program) {
    this.program = program;
  }

  /** Never null; methods of other classes are not looked into. */
  Set<FieldRef> of(MethodRef method) {
    Set<FieldRef> found = known.get(method);
    if (found == null) {
      found = written(method);
      known.put(method, found);
    }
    return found;
  }

  /** The fields that what the method calls of its own class may write; never null. */
  Set<FieldRef> byCallees(MethodFlow flow) {
    Set<FieldRef> fields = new HashSet<>();
    for (Node node : flow.nodes()) {
      MethodRef callee = called(node.step());
      if (callee != null && callee.owner().equals(flow.method().owner())) {
        fields.addAll(of(callee));
      }
    }
    return fields;
  }

  private Set<FieldRef> written(MethodRef method) {
    Set<FieldRef> fields = new HashSet<>();
    Set<MethodRef> seen = new HashSet<>(Set.of(method));
    Deque<MethodRef> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      MethodRef next = open.poll();
      program.body(next).ifPresent(flow -> collect(flow, fields, seen, open));
    }
    return fields;
  }

  private static void collect(
      MethodFlow flow, Set<FieldRef> fields, Set<MethodRef> seen, Deque<MethodRef> open) {
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.StoreField store) {
        fields.add(store.field());
      }
      MethodRef callee = called(node.step());
      if (callee != null && callee.owner().equals(flow.method().owner()) && seen.add(callee)) {
        open.add(callee);
      }
    }
  }

  /** Null if the step runs no method. */
  private static MethodRef called(Step step) {
    if (step instanceof Step.Call call) {
      return call.callee();
    }
    return step instanceof Step.Lambda lambda ? lambda.body() : null;
  }
}
