package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.Value.Bound;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.check.close.Value.Some;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.stream.Stream;

/** What a call does to the resource, given what it means. */
final class CallEffects {
  private final MethodFlow flow;
  private final Classifier classifier;
  private final Events events;
  private final StableFields fields;
  private final Moves moves;

  CallEffects(
      MethodFlow flow, Classifier classifier, Events events, StableFields fields, Moves moves) {
    this.flow = flow;
    this.classifier = classifier;
    this.events = events;
    this.fields = fields;
    this.moves = moves;
  }

  /** What the call throws while the resource is still open. */
  List<Thrown> exceptions(Node call, Meaning meaning, Env env) {
    boolean wraps =
        meaning.role() == Role.WRAPPER
            || meaning.doubtful() && meaning.result() != null && meaning.result().is(Role.WRAPPER);
    Stream<Thrown> failure =
        meaning.result() instanceof Bound
            ? Stream.empty()
            : classifier.failure(flow, call, env).stream();
    return Stream.concat(classifier.thrown(flow, call, env).stream(), failure)
        .map(t -> wraps ? whileWrapping(t, meaning) : t)
        .map(t -> t.atMost(meaning.openAfterThrow()))
        .toList();
  }

  /**
   * A constructor around a constructor is customary, so its exception tells little; but who keeps
   * the inner one in a variable could close it. The name of an encoding is wrong by mistake.
   */
  private Thrown whileWrapping(Thrown thrown, Meaning meaning) {
    if (thrown.type().endsWith("EncodingException")) {
      return thrown.atMost(Likelihood.UNCHECKED);
    }
    boolean told = events.variable != null && !meaning.doubtful();
    return told ? thrown : thrown.atMost(Likelihood.WRAPPING);
  }

  /**
   * The environment once the call has returned; null if the resource is no longer ours to release.
   */
  Env returned(Node node, Step.Call call, Meaning meaning, Env env) {
    switch (meaning.kind()) {
      case CLOSES -> closed(node, call, env);
      case CLOSES_UNLESS -> {
        closed(node, call, env);
        return env.with(call.result(), meaning.result());
      }
      case GIVES -> {
        boolean kept = Keeper.has(env);
        events.keptInThis |= kept;
        events.given |= !kept;
      }
      case KEEPS_IN_THIS -> {
        return moves.keptInThis(env);
      }
      default -> {
        Value field =
            env.get(call.receiver()) instanceof Value.This
                ? env.get(fields.slot(node))
                : Value.UNKNOWN;
        if (field != Value.UNKNOWN) {
          return env.with(call.result(), field);
        }
        derived(node, call, meaning, env);
        Env bound = meaning.kind() == Meaning.Kind.BINDS ? bind(env, meaning) : env;
        return meaning.result() == null
            ? classifier
                .constant(call)
                .map(constant -> bound.with(call.result(), constant))
                .orElseGet(() -> Moves.defined(bound, node, call.result(), false))
            : bound.with(call.result(), meaning.result());
      }
    }
    return null;
  }

  /** Notes what was asked of the resource, and what that is wrapped in. */
  private void derived(Node node, Step.Call call, Meaning meaning, Env env) {
    boolean asked =
        env.get(call.receiver()).is(Role.SELF)
            && meaning.result() != null
            && meaning.result().is(Role.WRAPPER)
            && !classifier.isSaidToWrap(call.callee());
    if (asked) {
      events.derived.set(node.id());
    }
    if (meaning.kind() == Meaning.Kind.BINDS
        && env.get(meaning.bound()) instanceof Some wrapper
        && call.arguments().stream().anyMatch(a -> isDerived(env.get(a)))) {
      events.derived.set(wrapper.origin());
    }
  }

  private boolean isDerived(Value value) {
    return value instanceof Bound bound
        && bound.origin() >= 0
        && events.derived.get(bound.origin());
  }

  private void closed(Node node, Step.Call call, Env env) {
    boolean itself =
        env.get(call.receiver()).is(Role.SELF)
            || call.arguments().stream().anyMatch(a -> env.get(a).is(Role.SELF));
    boolean named = classifier.isEnding(call) && !isDerived(env.get(call.receiver()));
    events.closedBy(node.id(), named, itself);
  }

  private static Env bind(Env env, Meaning meaning) {
    Value value = env.get(meaning.bound());
    if (value instanceof Some some) {
      return Refinement.replace(env, some, new Bound(meaning.role(), some.origin()));
    }
    return env;
  }
}
