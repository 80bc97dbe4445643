package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Methods that constructors call on the new object and whose exceptions they let pass: nobody ever
 * sees the object whose construction ends that way, nor what it keeps.
 */
final class Construction {
  private final Program program;
  private final Map<String, Set<MethodRef>> parts = new HashMap<>();

  Construction(Program program) {
    this.program = program;
  }

  /** Whether the method is one of them. */
  boolean has(MethodFlow flow) {
    MethodRef method = flow.method();
    return !flow.isStatic()
        && !flow.isLambdaBody()
        && parts.computeIfAbsent(method.owner(), this::find).contains(method);
  }

  private Set<MethodRef> find(String type) {
    Set<MethodRef> found = new HashSet<>();
    Deque<MethodRef> open = new ArrayDeque<>();
    program.type(type).stream()
        .flatMap(facts -> facts.methods().stream())
        .map(TypeFacts.MethodFacts::ref)
        .filter(MethodRef::isConstructor)
        .forEach(open::add);
    while (!open.isEmpty()) {
      program
          .body(open.poll())
          .ifPresent(flow -> called(flow).stream().filter(found::add).forEach(open::add));
    }
    return found;
  }

  /** Methods of the class that the body calls on its own object, outside of any try block. */
  private static List<MethodRef> called(MethodFlow flow) {
    return flow.nodes().stream()
        .filter(node -> node.handlers().isEmpty() && isOnItself(flow, node))
        .map(node -> ((Step.Call) node.step()).callee())
        .toList();
  }

  private static boolean isOnItself(MethodFlow flow, Node node) {
    return node.step() instanceof Step.Call call
        && call.callee().owner().equals(flow.method().owner())
        && !call.callee().isConstructor()
        && OnItself.isOn(flow, node.id(), call.receiver());
  }
}
