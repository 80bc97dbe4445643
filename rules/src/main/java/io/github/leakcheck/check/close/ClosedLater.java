package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import java.util.Collections;
import java.util.Set;

/**
 * Tells that a method still closes what it has passed to a call: whoever got it, and may keep it,
 * was not meant to close it.
 */
final class ClosedLater {
  private ClosedLater() {}

  /**
   * Whether a way without an exception leads from the call to a close of what is in the register.
   */
  static boolean isClosed(MethodFlow flow, Node call, int register) {
    Definitions definitions = flow.definitions();
    Set<Step> passed = FieldReleases.sources(flow, definitions, call.id(), register);
    return !passed.isEmpty()
        && Reachability.leads(
            flow, call.next(), node -> closes(flow, definitions, flow.node(node), passed));
  }

  private static boolean closes(
      MethodFlow flow, Definitions definitions, Node node, Set<Step> passed) {
    if (!(node.step() instanceof Step.Call call)) {
      return false;
    }
    int closed =
        call.arguments().isEmpty() && call.callee().name().equals("close")
            ? call.receiver()
            : call.arguments().size() == 1 && ReleaseNames.releasesArgument(call.callee().name())
                ? call.arguments().get(0)
                : Step.NONE;
    return closed != Step.NONE
        && !Collections.disjoint(
            passed, FieldReleases.sources(flow, definitions, node.id(), closed));
  }
}
