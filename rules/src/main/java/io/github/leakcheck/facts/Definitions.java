package io.github.leakcheck.facts;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reaching definitions of one flow: where a register's value at a node was written. Answers are
 * computed when asked for, by walking backwards, and kept.
 */
public final class Definitions {
  /** Stands for the entry of the method: a parameter, or nothing written yet. */
  public static final int ENTRY = -1;

  private final MethodFlow flow;
  private final Predecessors predecessors;
  private final Map<Long, Set<Integer>> known = new HashMap<>();

  Definitions(MethodFlow flow) {
    this.flow = flow;
    this.predecessors = flow.predecessors();
  }

  /**
   * Ids of the nodes that may have written the register's value seen on entry to the node, in
   * ascending order, {@link #ENTRY} included where no write lies between; empty only for nodes that
   * cannot be reached.
   */
  public Set<Integer> reaching(int node, int register) {
    Set<Integer> answer = known.get(key(node, register));
    if (answer == null) {
      answer = search(node, register);
      known.put(key(node, register), answer);
    }
    return answer;
  }

  private Set<Integer> search(int start, int register) {
    Set<Integer> found = new TreeSet<>();
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    seen.set(start);
    open.push(start);
    while (!open.isEmpty()) {
      int node = open.pop();
      Set<Integer> answer = known.get(key(node, register));
      if (answer != null) {
        found.addAll(answer);
        continue;
      }
      if (node == 0) {
        found.add(ENTRY);
      }
      for (int before : predecessors.normal(node)) {
        if (StepUses.defined(flow.node(before).step()) == register) {
          found.add(before);
        } else {
          visit(before, seen, open);
        }
      }
      for (int before : predecessors.exceptional(node)) {
        visit(before, seen, open);
      }
    }
    return found.size() == 1 ? Set.copyOf(found) : Collections.unmodifiableSet(found);
  }

  private static void visit(int node, BitSet seen, Deque<Integer> open) {
    if (!seen.get(node)) {
      seen.set(node);
      open.push(node);
    }
  }

  private static long key(int node, int register) {
    return (long) node << 32 | register;
  }
}
