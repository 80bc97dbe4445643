package io.github.leakcheck.facts;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/** Which steps of a method lead to which on ordinary ways, exceptions left out. */
public final class Reachability {
  private Reachability() {}

  /**
   * Whether some way leads from one of the steps to a wanted one. A step leads to itself.
   *
   * @param from ids of steps
   * @param closed steps that no way leads past
   */
  public static boolean leads(
      MethodFlow flow, Collection<Integer> from, IntPredicate wanted, IntPredicate closed) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      int node = open.poll();
      if (wanted.test(node)) {
        return true;
      }
      if (!seen.get(node) && !closed.test(node)) {
        seen.set(node);
        open.addAll(flow.node(node).next());
      }
    }
    return false;
  }

  /** Ids of all steps that some way from this one leads to, itself among them. */
  public static BitSet from(MethodFlow flow, int node) {
    BitSet reached = new BitSet();
    leads(
        flow,
        List.of(node),
        next -> {
          reached.set(next);
          return false;
        });
    return reached;
  }

  /** Ids of all steps from which some way leads to this one, itself among them. */
  public static BitSet to(MethodFlow flow, int node) {
    BitSet leading = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty()) {
      int at = open.poll();
      if (!leading.get(at)) {
        leading.set(at);
        Arrays.stream(flow.predecessors().normal(at)).forEach(open::add);
      }
    }
    return leading;
  }

  /** Ids of all steps from which some way leads to the end of the method. */
  public static BitSet ending(MethodFlow flow) {
    BitSet ending = new BitSet();
    int before = -1;
    while (ending.cardinality() > before) {
      before = ending.cardinality();
      for (int id = flow.nodes().size() - 1; id >= 0; id--) {
        List<Integer> next = flow.node(id).next();
        if (next.isEmpty() || next.stream().anyMatch(ending::get)) {
          ending.set(id);
        }
      }
    }
    return ending;
  }

  /** The same with no step closed. */
  public static boolean leads(MethodFlow flow, Collection<Integer> from, IntPredicate wanted) {
    return leads(flow, from, wanted, node -> false);
  }
}
