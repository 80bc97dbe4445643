package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Methods that take what they return out of a collection that somebody made for them: of that
 * nobody keeps anything, as far as the bodies tell.
 */
final class OpenedElements {
  private static final int CALLS = 5;

  private final Program program;
  private final Knowledge knowledge;
  private final Map<MethodRef, Boolean> known = new HashMap<>();

  OpenedElements(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
  }

  /** Whether all bodies that the call may run return such an element, or what such ones return. */
  boolean are(Step.Call call) {
    List<MethodRef> targets = knowledge.targets().of(call);
    return !targets.isEmpty() && targets.stream().allMatch(this::returnsOne);
  }

  private boolean returnsOne(MethodRef method) {
    Boolean answer = known.get(method);
    if (answer == null) {
      known.put(method, false);
      answer = program.body(method).filter(this::returnsOne).isPresent();
      known.put(method, answer);
    }
    return answer;
  }

  private boolean returnsOne(MethodFlow flow) {
    boolean some = false;
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.Return leave && leave.value() >= 0) {
        Definitions definitions = flow.definitions();
        if (FieldReleases.isParameter(flow, definitions, node.id(), leave.value())) {
          return false;
        }
        Set<Step> made = FieldReleases.sources(flow, definitions, node.id(), leave.value());
        if (!made.stream().allMatch(step -> isElement(flow, step))) {
          return false;
        }
        some |= !made.isEmpty();
      }
    }
    return some;
  }

  private boolean isElement(MethodFlow flow, Step made) {
    if (!(made instanceof Step.Call call)) {
      return false;
    }
    return Containers.isContainer(call.callee().owner())
        ? isOfFreshCollection(flow, call)
        : !Platform.isProvided(call.callee().owner()) && are(call);
  }

  /** Follows the calls on collections and iterators back to the call that made the first one. */
  private boolean isOfFreshCollection(MethodFlow flow, Step.Call element) {
    Step.Call call = element;
    for (int i = 0; i < CALLS && call.receiver() >= 0; i++) {
      int at = flow.nodes().stream().map(Node::step).toList().indexOf(call);
      if (!(FieldReleases.origin(flow, flow.definitions(), at, call.receiver())
          instanceof Step.Call before)) {
        return false;
      }
      if (!Containers.isContainer(before.callee().owner())) {
        return Containers.isContainer(before.callee().result())
            && !Platform.isProvided(before.callee().owner())
            && isMadeForCaller(before);
      }
      call = before;
    }
    return false;
  }

  private boolean isMadeForCaller(Step.Call call) {
    List<MethodRef> targets = knowledge.targets().of(call);
    return !targets.isEmpty()
        && !knowledge.sharedResults().are(call)
        && targets.stream().anyMatch(knowledge.summaries()::returnsNobodys);
  }
}
