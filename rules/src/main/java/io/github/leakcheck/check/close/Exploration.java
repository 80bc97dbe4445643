package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.Value.Int;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.Liveness;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Follows one resource over all paths of a method. States that agree on where the resource is
 * reachable, on constants and on the likelihood of the path are joined (property simulation); paths
 * on which it was released or given away end there.
 */
final class Exploration {
  /** Distinct states kept at one step before constants are given up. */
  private static final int STATES_PER_NODE = 24;

  /** Steps taken for one resource before the method counts as too large. */
  private static final int BUDGET = 60_000;

  private record Key(Likelihood likelihood, boolean doubtful, Env facts) {}

  private final MethodFlow flow;
  private final Liveness liveness;
  private final Transfer transfer;
  private final Events events;
  private final Map<Integer, Map<Key, Env>> seen = new HashMap<>();
  private final Deque<PathState> open = new ArrayDeque<>();
  private BitSet ending;

  private Exploration(MethodFlow flow, Liveness liveness, Transfer transfer, Events events) {
    this.flow = flow;
    this.liveness = liveness;
    this.events = events;
    this.transfer = transfer;
  }

  /** What happens to the resource of type {@code type} on the paths from {@code start}. */
  static Events run(
      MethodFlow flow, Liveness liveness, Classifier classifier, String type, PathState start) {
    Events events = new Events();
    return run(flow, liveness, new Transfer(flow, classifier, events, type), events, start);
  }

  /**
   * What happens to the resource held in {@code field} of the receiver when the method is entered.
   */
  static Events ofField(MethodFlow flow, Classifier classifier, FieldRef field, Getters getters) {
    Events events = new Events();
    Transfer transfer =
        new Transfer(
            flow, classifier, events, field.type(), StableFields.only(flow, field, getters));
    Env env = Before.entry(flow).with(flow.registers(), new Value.Bound(Value.Role.SELF, -1));
    return run(flow, flow.liveness(), transfer, events, Before.start(0, env));
  }

  private static Events run(
      MethodFlow flow, Liveness liveness, Transfer transfer, Events events, PathState start) {
    Exploration exploration = new Exploration(flow, liveness, transfer, events);
    exploration.arrive(start);
    exploration.drain();
    return events;
  }

  private void drain() {
    for (int steps = 0; !open.isEmpty(); steps++) {
      if (steps > BUDGET) {
        events.coarse = true;
        return;
      }
      for (PathState next : transfer.apply(open.poll())) {
        arrive(next);
      }
    }
  }

  private void arrive(PathState state) {
    Env live =
        state
            .env()
            .keep(
                register ->
                    register >= flow.registers() || liveness.isLive(state.node(), register));
    if (!live.reachesResource()) {
      if (ending().get(state.node())) {
        events.open.add(new Events.Open(state, Events.End.LOST));
      }
      return;
    }
    Map<Key, Env> here = seen.computeIfAbsent(state.node(), n -> new HashMap<>());
    Key key =
        new Key(state.likelihood(), state.doubtful(), facts(live, here.size() < STATES_PER_NODE));
    Env known = here.get(key);
    Env joined = known == null ? live : known.join(live);
    if (!joined.equals(known)) {
      here.put(key, joined);
      open.add(state.with(joined));
    }
  }

  private static Env facts(Env env, boolean fine) {
    return env.map(
        value -> {
          boolean kept =
              value.reaches() || fine && (value instanceof Int || value instanceof Value.Null);
          return kept ? value : Value.UNKNOWN;
        });
  }

  /** Steps from which the method can end; behind the others the process does. */
  private BitSet ending() {
    if (ending == null) {
      ending = new BitSet();
      for (int size = -1; size != ending.cardinality(); ) {
        size = ending.cardinality();
        for (int id = flow.nodes().size() - 1; id >= 0; id--) {
          if (canEnd(flow.node(id))) {
            ending.set(id);
          }
        }
      }
    }
    return ending;
  }

  private boolean canEnd(Node node) {
    boolean ends = node.step() instanceof Step.Return || node.step() instanceof Step.Throw;
    boolean stops = node.step() instanceof Step.Call call && !transfer.returns(call);
    return ends || !stops && node.next().stream().anyMatch(ending::get);
  }
}
