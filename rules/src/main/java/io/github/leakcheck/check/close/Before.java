package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Liveness;
import io.github.leakcheck.facts.MethodFlow;
import java.util.ArrayDeque;
import java.util.Deque;

/** What is known before each step while nothing is followed yet: one joined environment a step. */
final class Before {
  private static final int ROUNDS = 40;

  private final Env[] known;

  private Before(Env[] known) {
    this.known = known;
  }

  /** The environment before the step; null if it cannot be reached. */
  Env at(int node) {
    return known[node];
  }

  static Before of(MethodFlow flow, Liveness liveness, Classifier classifier) {
    Env[] known = new Env[flow.nodes().size()];
    int[] visits = new int[known.length];
    Transfer transfer = new Transfer(flow, classifier, new Events(), "");
    Deque<PathState> open = new ArrayDeque<>();
    open.add(start(0, entry(flow)));
    while (!open.isEmpty()) {
      PathState state = open.poll();
      int node = state.node();
      Env live =
          state
              .env()
              .keep(register -> register >= flow.registers() || liveness.isLive(node, register));
      Env joined = known[node] == null ? live : known[node].join(live);
      if (joined.equals(known[node]) || visits[node]++ > ROUNDS) {
        continue;
      }
      known[node] = joined;
      open.addAll(transfer.apply(start(node, joined)));
    }
    return new Before(known);
  }

  /** Parameters as they come in. */
  static Env entry(MethodFlow flow) {
    return entry(flow, Env.EMPTY);
  }

  /** Parameters as they come in from a call that passes these constants, by position. */
  static Env entry(MethodFlow flow, Env constants) {
    Env env = Env.EMPTY;
    for (int i = 0; i < flow.parameters().size(); i++) {
      boolean receiver = i == 0 && !flow.isStatic();
      Value constant = constants.get(i);
      Value value = constant == Value.UNKNOWN ? new Value.Some(-2 - i, false) : constant;
      env = env.with(flow.parameters().get(i), receiver ? Value.THIS : value);
    }
    return env;
  }

  static PathState start(int node, Env env) {
    return new PathState(node, env, Likelihood.PLAIN, false, null, PathState.Via.START);
  }
}
