package io.github.leakcheck.facts;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The edges of a flow, read backwards. */
final class Predecessors {
  private static final int[] NO_NODES = {};

  private final int[][] normal;
  private final int[][] exceptional;

  private Predecessors(int[][] normal, int[][] exceptional) {
    this.normal = normal;
    this.exceptional = exceptional;
  }

  static Predecessors of(MethodFlow flow) {
    return new Predecessors(
        reversed(flow, Node::next),
        reversed(flow, n -> StepUses.throwing(n.step()) ? n.handlers() : List.of()));
  }

  /** Nodes that go on to this one. */
  int[] normal(int node) {
    return normal[node];
  }

  /** Nodes whose exceptions this one (a handler's entry) may catch. */
  int[] exceptional(int node) {
    return exceptional[node];
  }

  private static int[][] reversed(MethodFlow flow, Function<Node, List<Integer>> targets) {
    int[] count = new int[flow.nodes().size()];
    for (Node node : flow.nodes()) {
      for (int target : targets.apply(node)) {
        count[target]++;
      }
    }
    int[][] sources = new int[count.length][];
    for (int i = 0; i < count.length; i++) {
      sources[i] = count[i] == 0 ? NO_NODES : new int[count[i]];
    }
    Arrays.fill(count, 0);
    for (Node node : flow.nodes()) {
      for (int target : targets.apply(node)) {
        sources[target][count[target]++] = node.id();
      }
    }
    return sources;
  }
}
