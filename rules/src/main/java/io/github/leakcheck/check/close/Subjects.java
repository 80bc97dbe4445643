package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Subject;

/** Names the call that a finding is about. */
final class Subjects {
  private Subjects() {}

  /** The subject for a call node; its ordinal counts equal calls on the same line. */
  static Subject of(MethodFlow flow, Node node) {
    Step.Call call = (Step.Call) node.step();
    boolean constructor = call.callee().isConstructor();
    return new Subject(
        constructor ? Subject.Kind.NEW : Subject.Kind.CALL,
        call.callee().owner(),
        call.callee().name(),
        ordinal(flow, node, call));
  }

  private static int ordinal(MethodFlow flow, Node site, Step.Call call) {
    return (int)
        flow.nodes().subList(0, site.id()).stream()
            .filter(node -> node.span().line() == site.span().line() && isEqual(node, call))
            .count();
  }

  private static boolean isEqual(Node node, Step.Call call) {
    return node.step() instanceof Step.Call other
        && other.callee().name().equals(call.callee().name())
        && other.callee().owner().equals(call.callee().owner());
  }
}
