package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Methods that return what they, or those they ask, keep for others as well: lookups, caches. */
final class SharedResults {
  private static final int CALLS = 5;

  private final Program program;
  private final Knowledge knowledge;
  private final Map<MethodRef, Boolean> shared = new HashMap<>();

  SharedResults(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
  }

  /** Whether all bodies that the call may run do so; false if none is in sight. */
  boolean are(Step.Call call) {
    return are(call, CALLS);
  }

  private boolean are(Step.Call call, int depth) {
    List<MethodRef> targets = knowledge.targets().of(call);
    return depth > 0
        && !targets.isEmpty()
        && targets.stream().allMatch(target -> isShared(target, depth));
  }

  private boolean isShared(MethodRef method, int depth) {
    Boolean known = shared.get(method);
    if (known == null) {
      shared.put(method, false);
      known = program.body(method).filter(flow -> isShared(flow, depth)).isPresent();
      shared.put(method, known);
    }
    return known;
  }

  private boolean isShared(MethodFlow flow, int depth) {
    Definitions definitions = flow.definitions();
    return flow.nodes().stream()
        .filter(node -> node.step() instanceof Step.Return)
        .flatMap(
            node ->
                FieldReleases.sources(
                    flow, definitions, node.id(), ((Step.Return) node.step()).value())
                    .stream())
        .anyMatch(
            made ->
                made instanceof Step.LoadField
                    || made instanceof Step.Call call && (isLookup(call) || are(call, depth - 1))
                    || isKept(flow, definitions, made));
  }

  /** Asks a collection. */
  private static boolean isLookup(Step.Call call) {
    return call.receiver() >= 0
        && call.callee().owner().startsWith("java.util.")
        && call.callee().name().startsWith("get");
  }

  private static boolean isKept(MethodFlow flow, Definitions definitions, Step made) {
    return flow.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && !call.callee().isConstructor()
                    && ReleaseNames.takesArgument(call.callee().name())
                    && call.arguments().stream()
                        .map(a -> FieldReleases.sources(flow, definitions, node.id(), a))
                        .anyMatch(sources -> sources.contains(made)));
  }
}
