package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.function.Predicate;

/** Tells which methods of the program undo what they are given, by themselves or by others. */
final class UndoingHelpers {
  /** How many helpers of helpers are looked into. */
  private static final int DEPTH = 2;

  private final Code code;
  private final Origins origins;

  UndoingHelpers(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /**
   * Whether the method takes something that it gives on to an undoing call, or calls that on it.
   *
   * @param undoes tells which calls undo
   */
  boolean undo(MethodRef method, Predicate<MethodRef> undoes) {
    return undo(method, undoes, DEPTH);
  }

  /** Whether the call stands in a static method and undoes what that is given. */
  boolean isOne(Site site) {
    return code.body(site.method())
        .filter(body -> body.flow().isStatic() && !body.flow().isLambdaBody())
        .filter(
            body ->
                body.step(site.node()) instanceof Step.Call call
                    && concernsParameter(body, site.node(), call))
        .isPresent();
  }

  private boolean undo(MethodRef method, Predicate<MethodRef> undoes, int depth) {
    return depth > 0
        && method.parameters() != null
        && !method.parameters().isEmpty()
        && code.body(method).filter(body -> undo(body, undoes, depth)).isPresent();
  }

  private boolean undo(Body body, Predicate<MethodRef> undoes, int depth) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && concernsParameter(body, node.id(), call)
          && (undoes.test(call.callee()) || undo(call.callee(), undoes, depth - 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean concernsParameter(Body body, int node, Step.Call call) {
    return isGiven(body, node, call.receiver())
        || call.arguments().stream().anyMatch(argument -> isGiven(body, node, argument));
  }

  private boolean isGiven(Body body, int node, int register) {
    return register != Step.NONE
        && origins.of(body, node, register).stream().anyMatch(Origin::isGiven);
  }
}
