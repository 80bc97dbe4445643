package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.close.Value.Some;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.stream.IntStream;

/** Tells calls that keep something closeable which they are given in what they make or return. */
final class Wrapping {
  /** Calls on a builder that are followed back. */
  private static final int LINKS = 12;

  private final MethodFlow flow;
  private final Before before;
  private final Knowledge knowledge;

  Wrapping(MethodFlow flow, Before before, Knowledge knowledge) {
    this.flow = flow;
    this.before = before;
    this.knowledge = knowledge;
  }

  /**
   * The constructor wraps what it gets: the wrapped thing is the resource, here or at the caller's.
   */
  boolean isMade(Step.Call call) {
    MethodRef callee = call.callee();
    if (!knowledge.takesCloseable(callee)) {
      return false;
    }
    if (knowledge.says(Role.WRAPS, callee) || Platform.isProvided(callee.owner())) {
      return true;
    }
    List<MethodRef> targets = knowledge.targets().of(call);
    for (int i = 0; i < callee.parameters().size(); i++) {
      if (knowledge.types().isCloseable(callee.parameters().get(i)) && keeps(targets, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean keeps(List<MethodRef> targets, int parameter) {
    return targets.isEmpty()
        || targets.stream()
            .map(target -> knowledge.summaries().effect(target, parameter))
            .anyMatch(
                effect -> effect.isEmpty() || effect.get().keptInThis() || effect.get().given());
  }

  /** Whether a line of the catalogue says so. */
  boolean isSaid(MethodRef callee) {
    return knowledge.takesCloseable(callee) && knowledge.says(Role.WRAPS, callee);
  }

  /**
   * The call, or one that led to its receiver, got something closeable and keeps it in what it
   * returns.
   */
  boolean isReturned(Node node, Step.Call call) {
    Node at = node;
    Step.Call link = call;
    for (int i = 0; i < LINKS; i++) {
      if (keepsArgument(link)) {
        return true;
      }
      boolean linked =
          before.at(at.id()) != null
              && before.at(at.id()).get(link.receiver()) instanceof Some made
              && made.origin() >= 0;
      at = linked ? flow.node(((Some) before.at(at.id()).get(link.receiver())).origin()) : at;
      if (!linked || !(at.step() instanceof Step.Call earlier)) {
        return false;
      }
      link = earlier;
    }
    return false;
  }

  private boolean keepsArgument(Step.Call call) {
    MethodRef callee = call.callee();
    List<MethodRef> targets = knowledge.targets().of(call);
    if (!knowledge.takesCloseable(callee) || targets.isEmpty()) {
      return isSaid(callee);
    }
    int offset = call.receiver() < 0 ? 0 : 1;
    return IntStream.range(0, callee.parameters().size())
        .filter(i -> knowledge.types().isCloseable(callee.parameters().get(i)))
        .anyMatch(i -> passes(targets, i + offset));
  }

  private boolean passes(List<MethodRef> targets, int parameter) {
    return targets.stream()
        .map(target -> knowledge.summaries().effect(target, parameter))
        .anyMatch(
            effect ->
                effect.isEmpty()
                    || effect.get().keptInThis()
                    || effect.get().given()
                    || effect.get().returned());
  }

  /** Whether the call is given something closeable that the method itself was given. */
  boolean ofParameter(Node node, Step.Call call) {
    List<String> types = call.callee().parameters();
    return IntStream.range(0, call.arguments().size())
        .filter(i -> types == null || knowledge.types().isCloseable(types.get(i)))
        .mapToObj(i -> before.at(node.id()).get(call.arguments().get(i)))
        .anyMatch(value -> value instanceof Some some && some.origin() <= -2);
  }
}
