package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.Optional;

/**
 * A call that acquires something the method then owns.
 *
 * @param node the call
 * @param api the line that says so (of the innermost acquisition, for a factory)
 * @param type binary name of what is acquired
 * @param owner register of an object whose release frees this one too, {@link Step#NONE} if there
 *     is none
 * @param worth how much is lost if it stays open: bounds the confidence of what is reported
 */
record Site(Node node, Api api, String type, int owner, Confidence worth) {
  /** Binary name of what the call returns: of a type variable, what the cast that follows says. */
  static String resultType(MethodFlow flow, Node node, Step.Call call) {
    String type = call.callee().result();
    return type.equals("java.lang.Object")
            && node.next().size() == 1
            && flow.node(node.next().get(0)).step() instanceof Step.Cast cast
            && cast.from() == call.result()
        ? cast.type()
        : type;
  }

  /** What releases it where that is not {@code close()}. */
  Optional<Signature> release() {
    return api.undo().or(api::release);
  }

  /** Id of the rule to report under. */
  String rule() {
    return runsThreads() ? "executor-shutdown-skipped" : api.rule();
  }

  /** Whether it is no resource, but has threads of its own. */
  boolean runsThreads() {
    return api.role() == Role.DOES;
  }

  /** The same where little is lost. */
  Site ofLittleWorth() {
    return new Site(node, api, type, owner, Confidence.LOW);
  }

  /** Whether nothing but its type says that it is to be closed. */
  boolean isKnownByTypeAlone() {
    return api.signature().owner().equals("java.lang.AutoCloseable");
  }

  /** Whether somebody's own pool lends it. */
  boolean isLent() {
    return api.role() == Role.ACQUIRE
        && api.undo().isPresent()
        && api.rule().equals("unclosed-pooled-object");
  }

  /** Whether it is of a type whose ending is known by its name alone. */
  boolean isEndedByName() {
    return api.role() == Role.ACQUIRE && api.undo().isPresent() && !isLent();
  }

  /** Whether only what others do with the like tells that it must be closed. */
  boolean isLearned() {
    return ClosedElsewhere.isLearned(api);
  }

  /** Whether using it fails with unchecked exceptions as often as others do with checked ones. */
  boolean failsUnchecked() {
    return api.key(Key.FAILS).isPresent();
  }

  Step.Call call() {
    return (Step.Call) node.step();
  }
}
