package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.Set;

/**
 * Calls of streams of the platform that were made around a stream in memory: to write there never
 * fails. Reading may, since what was read may be damaged.
 */
final class OverMemory {
  private static final int DEPTH = 4;
  private static final Set<String> WRITES =
      Set.of("write", "flush", "close", "finish", "append", "newLine");

  private final Knowledge knowledge;

  OverMemory(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  boolean writes(MethodFlow flow, Node node, Step.Call call) {
    String owner = call.callee().owner();
    return call.receiver() >= 0
        && WRITES.contains(call.callee().name())
        && Platform.owns(owner)
        && isWriter(owner)
        && isMadeOver(flow, Definitions.of(flow), node.id(), call.receiver(), DEPTH);
  }

  private boolean isWriter(String type) {
    return knowledge.types().isSubtype(type, "java.io.OutputStream")
        || knowledge.types().isSubtype(type, "java.io.Writer");
  }

  private boolean isMadeOver(
      MethodFlow flow, Definitions definitions, int node, int register, int depth) {
    int made = FieldReleases.originNode(flow, definitions, node, register);
    if (depth == 0 || made < 0 || !(flow.node(made).step() instanceof Step.New fresh)) {
      return false;
    }
    if (knowledge.isHarmless(fresh.type())) {
      return true;
    }
    return Platform.owns(fresh.type())
        && flow.nodes().stream()
            .filter(n -> constructs(flow, definitions, n, made))
            .anyMatch(n -> wrapsMemory(flow, definitions, n, depth));
  }

  private static boolean constructs(MethodFlow flow, Definitions definitions, Node node, int made) {
    return node.step() instanceof Step.Call call
        && call.callee().isConstructor()
        && FieldReleases.originNode(flow, definitions, node.id(), call.receiver()) == made;
  }

  private boolean wrapsMemory(MethodFlow flow, Definitions definitions, Node node, int depth) {
    Step.Call call = (Step.Call) node.step();
    for (int i = 0; i < call.arguments().size(); i++) {
      String type = call.callee().parameters() == null ? "" : call.callee().parameters().get(i);
      if (isWriter(type)
          && isMadeOver(flow, definitions, node.id(), call.arguments().get(i), depth - 1)) {
        return true;
      }
    }
    return false;
  }
}
