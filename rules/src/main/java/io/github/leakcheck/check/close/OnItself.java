package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What runs on one object when a method of it is called: that method and all that it calls on the
 * same object, lambdas and what it inherits included.
 */
final class OnItself {
  private final Program program;
  private final Targets targets;

  OnItself(Program program, Targets targets) {
    this.program = program;
    this.targets = targets;
  }

  /** The bodies, for an object whose class is {@code type}; those of the platform are left out. */
  List<MethodFlow> bodies(MethodRef method, String type) {
    List<MethodFlow> found = new ArrayList<>();
    Set<MethodRef> seen = new HashSet<>(Set.of(method));
    Deque<MethodRef> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Optional<MethodFlow> body = program.body(open.poll());
      if (body.isPresent()) {
        found.add(body.get());
        called(body.get(), type).stream().filter(seen::add).forEach(open::add);
      }
    }
    return found;
  }

  private List<MethodRef> called(MethodFlow flow, String type) {
    List<MethodRef> found = new ArrayList<>();
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.Call call && isOn(flow, node.id(), call.receiver())) {
        runs(call, type).ifPresent(found::add);
      } else if (node.step() instanceof Step.Lambda lambda && !lambda.reference()) {
        found.add(lambda.body());
      }
    }
    return found;
  }

  /** Whether the register holds the object itself. */
  static boolean isOn(MethodFlow flow, int node, int register) {
    return register >= 0
        && !flow.isStatic()
        && FieldReleases.parameter(flow, flow.definitions(), node, register)
            == flow.parameters().get(0);
  }

  private Optional<MethodRef> runs(Step.Call call, String type) {
    MethodRef callee = call.callee();
    boolean dispatched = call.kind() == Step.CallKind.VIRTUAL;
    return targets
        .declared(dispatched ? callee.in(type) : callee)
        .map(MethodFacts::ref)
        .filter(method -> !Platform.isProvided(method.owner()));
  }
}
