package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.PathState.Via;
import io.github.leakcheck.facts.MethodFlow;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Conditions that decide, behind an exception, whether to release: somebody thought of it. */
final class Decisions {
  private Decisions() {}

  /** Behind an exception the path takes the branch that does not lead to a release. */
  static boolean choosesNotToRelease(MethodFlow flow, PathState end, BitSet releases) {
    boolean thrown = false;
    for (PathState state : Path.way(end)) {
      boolean branch = state.via() == Via.BRANCH_TRUE || state.via() == Via.BRANCH_FALSE;
      if (thrown
          && branch
          && leadsTo(flow, state.parent().node(), releases)
          && !leadsTo(flow, state.node(), releases)) {
        return true;
      }
      thrown |= state.via() == Via.THROWN;
    }
    return false;
  }

  private static boolean leadsTo(MethodFlow flow, int from, BitSet to) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      int node = open.poll();
      if (to.get(node)) {
        return true;
      }
      if (!seen.get(node)) {
        seen.set(node);
        open.addAll(flow.node(node).next());
      }
    }
    return false;
  }
}
