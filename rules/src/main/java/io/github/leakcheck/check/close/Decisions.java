package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.PathState.Via;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Reachability;
import java.util.BitSet;
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
          && Reachability.leads(flow, List.of(state.parent().node()), releases::get)
          && !Reachability.leads(flow, List.of(state.node()), releases::get)) {
        return true;
      }
      thrown |= state.via() == Via.THROWN;
    }
    return false;
  }
}
