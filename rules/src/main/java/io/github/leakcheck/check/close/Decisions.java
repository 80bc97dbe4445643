package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.PathState.Via;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import java.util.BitSet;
import java.util.List;

/** Conditions that decide, behind an exception, whether to release: somebody thought of it. */
final class Decisions {
  /** Steps between a test and what it is there to decide about. */
  private static final int STEPS = 6;

  private Decisions() {}

  /** The path takes the other side of a test that does nothing but decide whether to release. */
  static boolean decidesNotToRelease(MethodFlow flow, PathState end, BitSet releases) {
    return Path.way(end).stream()
        .filter(state -> state.via() == Via.BRANCH_TRUE || state.via() == Via.BRANCH_FALSE)
        .anyMatch(
            state ->
                flow.node(state.parent().node()).next().stream()
                    .filter(next -> next != state.node())
                    .anyMatch(next -> releasesAtOnce(flow, next, releases)));
  }

  private static boolean releasesAtOnce(MethodFlow flow, int from, BitSet releases) {
    int at = from;
    for (int i = 0; i < STEPS && !(flow.node(at).step() instanceof Step.Call); i++) {
      if (flow.node(at).next().size() != 1) {
        return false;
      }
      at = flow.node(at).next().get(0);
    }
    return releases.get(at);
  }

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
