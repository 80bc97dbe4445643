package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.Step;

/** {@code Collections.synchronizedMap(...)} and its kin, which {@link Origins} looks through. */
final class LockedView {
  private LockedView() {}

  /** Whether nothing but such a view is in the register as the node finds it. */
  static boolean is(Body body, int node, int register) {
    boolean any = false;
    for (int made : body.reaching(node, register)) {
      if (made < 0 || !isView(body.step(made))) {
        return false;
      }
      any = true;
    }
    return any;
  }

  private static boolean isView(Step step) {
    return step instanceof Step.Call call
        && call.callee().owner().equals("java.util.Collections")
        && call.callee().name().startsWith("synchronized");
  }
}
