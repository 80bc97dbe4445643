package io.github.leakcheck.facts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which registers of a flow are still read. Computed per register when first asked for; exception
 * edges count.
 */
public final class Liveness {
  private final MethodFlow flow;
  private final Predecessors predecessors;
  private final Map<Integer, List<Integer>> readers = new HashMap<>();
  private final Map<Integer, BitSet> live = new HashMap<>();

  Liveness(MethodFlow flow) {
    this.flow = flow;
    this.predecessors = flow.predecessors();
    for (Node node : flow.nodes()) {
      for (int register : StepUses.used(node.step())) {
        readers.computeIfAbsent(register, r -> new ArrayList<>()).add(node.id());
      }
    }
  }

  /** Whether the register's value on entry to the node may still be read, there or later. */
  public boolean isLive(int node, int register) {
    return live.computeIfAbsent(register, this::liveAt).get(node);
  }

  private BitSet liveAt(int register) {
    BitSet at = new BitSet(flow.nodes().size());
    Deque<Integer> open = new ArrayDeque<>();
    for (int reader : readers.getOrDefault(register, List.of())) {
      mark(reader, at, open);
    }
    while (!open.isEmpty()) {
      int node = open.pop();
      for (int before : predecessors.normal(node)) {
        if (StepUses.defined(flow.node(before).step()) != register) {
          mark(before, at, open);
        }
      }
      for (int before : predecessors.exceptional(node)) {
        mark(before, at, open);
      }
    }
    return at;
  }

  private static void mark(int node, BitSet at, Deque<Integer> open) {
    if (!at.get(node)) {
      at.set(node);
      open.push(node);
    }
  }
}
