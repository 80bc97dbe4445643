package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Api;
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
import java.util.Objects;
import java.util.Optional;

/** Knows methods that make an executor or timer at each call and leave it to the caller alone. */
final class StartedThreads {
  private final Program program;
  private final Knowledge knowledge;
  private final Map<MethodRef, Optional<Api>> known = new HashMap<>();

  StartedThreads(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
  }

  /** The line about what the called method makes, if every body that may run does so. */
  Optional<Api> by(Step.Call call) {
    MethodRef callee = call.callee();
    if (callee.isConstructor() || Platform.isProvided(callee.owner()) || call.result() < 0) {
      return Optional.empty();
    }
    List<MethodRef> targets = knowledge.targets().of(call);
    return targets.size() == 1
        ? known.computeIfAbsent(targets.get(0), this::made)
        : Optional.empty();
  }

  private Optional<Api> made(MethodRef method) {
    return program.body(method).flatMap(this::made);
  }

  private Optional<Api> made(MethodFlow flow) {
    Definitions definitions = flow.definitions();
    Optional<Api> found = Optional.empty();
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.Return back && back.value() >= 0) {
        int made = FieldReleases.originNode(flow, definitions, node.id(), back.value());
        found = made < 0 ? Optional.empty() : line(flow, made);
        if (found.isEmpty() || isKept(flow, definitions, made)) {
          return Optional.empty();
        }
      }
    }
    return found;
  }

  private Optional<Api> line(MethodFlow flow, int made) {
    Step step = flow.node(made).step();
    if (step instanceof Step.Call call) {
      return knowledge.startsThreads(call.callee());
    }
    return step instanceof Step.New fresh
        ? flow.nodes().stream()
            .map(node -> node.step() instanceof Step.Call call ? call : null)
            .filter(Objects::nonNull)
            .filter(call -> call.callee().isConstructor() && call.receiver() == fresh.result())
            .flatMap(call -> knowledge.startsThreads(call.callee()).stream())
            .findFirst()
        : Optional.empty();
  }

  /** Whether anybody but the caller gets it. */
  private static boolean isKept(MethodFlow flow, Definitions definitions, int made) {
    return flow.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.StoreField store
                        && is(flow, definitions, node, store.value(), made)
                    || node.step() instanceof Step.Lambda lambda
                        && lambda.captured().stream()
                            .anyMatch(c -> is(flow, definitions, node, c, made))
                    || node.step() instanceof Step.Call call
                        && call.arguments().stream()
                            .anyMatch(a -> is(flow, definitions, node, a, made)));
  }

  private static boolean is(
      MethodFlow flow, Definitions definitions, Node node, int register, int made) {
    return register >= 0
        && FieldReleases.originNode(flow, definitions, node.id(), register) == made;
  }
}
