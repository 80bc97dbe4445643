package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.PathState.Via;
import io.github.leakcheck.check.close.Value.Int;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.check.close.Value.Some;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayList;
import java.util.List;

/** One step of one path: the states after it, and what it did to the resource. */
final class Transfer {
  private final MethodFlow flow;
  private final Classifier classifier;
  private final Handlers handlers;
  private final Events events;
  private final Moves moves;
  private final CallEffects calls;

  Transfer(MethodFlow flow, Classifier classifier, Events events, String resourceType) {
    this(flow, classifier, events, resourceType, StableFields.of(flow, classifier));
  }

  Transfer(
      MethodFlow flow,
      Classifier classifier,
      Events events,
      String resourceType,
      StableFields fields) {
    this.flow = flow;
    this.classifier = classifier;
    this.handlers = new Handlers(flow, classifier.types());
    this.events = events;
    this.moves = new Moves(flow, classifier, events, resourceType, fields);
    this.calls = new CallEffects(flow, classifier, events, fields, moves);
  }

  List<PathState> apply(PathState state) {
    Node node = flow.node(state.node());
    Step step = node.step();
    if (step instanceof Step.Call call) {
      return call(node, call, state);
    }
    if (step instanceof Step.Test test) {
      return test(node, test, state);
    }
    if (step instanceof Step.Switch branch) {
      return branch(node, branch, state);
    }
    if (step instanceof Step.Return leave) {
      leave(state, state.env().get(leave.value()));
      return List.of();
    }
    if (step instanceof Step.Throw raise) {
      return raise(node, raise, state);
    }
    if (step instanceof Step.StoreField store && moves.overwrites(store, state.env())) {
      events.overwritten.add(state);
    }
    Env after = moves.after(node, step, state.env());
    return after == null ? List.of() : follow(node, state, after);
  }

  boolean returns(Step.Call call) {
    return classifier.returns(call);
  }

  private List<PathState> follow(Node node, PathState state, Env after) {
    return node.next().stream().map(next -> state.at(next, after, Via.NEXT)).toList();
  }

  private List<PathState> test(Node node, Step.Test test, PathState state) {
    List<PathState> after = new ArrayList<>(2);
    for (int i = 0; i < 2; i++) {
      Env env = Refinement.apply(state.env(), test, i == 0);
      if (env != null) {
        after.add(state.at(node.next().get(i), env, i == 0 ? Via.BRANCH_TRUE : Via.BRANCH_FALSE));
      }
    }
    return after;
  }

  private List<PathState> branch(Node node, Step.Switch branch, PathState state) {
    if (state.env().get(branch.value()) instanceof Int constant) {
      int at = branch.keys().indexOf(constant.value());
      int successor = at >= 0 ? at : node.next().size() - 1;
      return List.of(state.at(node.next().get(successor), state.env(), Via.NEXT));
    }
    return node.next().stream()
        .distinct()
        .map(n -> state.at(n, state.env(), Via.BRANCH_TRUE))
        .toList();
  }

  private void leave(PathState state, Value returned) {
    if (Keeper.has(state.env())) {
      events.keptInThis = true;
    } else if (Moves.carries(returned)) {
      events.returned |= returned.is(Role.SELF) || returned.is(Role.WRAPPER);
      events.given |= !returned.is(Role.SELF) && !returned.is(Role.WRAPPER);
    } else {
      events.open.add(new Events.Open(state, Events.End.RETURN));
    }
  }

  /** An exception that holds the resource, too: whoever catches it thinks of the failure. */
  private List<PathState> raise(Node node, Step.Throw raise, PathState state) {
    Value value = state.env().get(raise.value());
    return thrown(node, state, state.env(), List.of(classifier.raised(thrownType(value))));
  }

  private String thrownType(Value value) {
    int origin =
        value instanceof Some some
            ? some.origin()
            : value instanceof Value.Bound bound ? bound.origin() : Step.NONE;
    if (origin >= 0) {
      Step made = flow.node(origin).step();
      if (made instanceof Step.New fresh) {
        return fresh.type();
      }
      if (made instanceof Step.Catch caught && caught.types().size() == 1) {
        return caught.types().get(0);
      }
    }
    return Thrown.ANY;
  }

  private List<PathState> call(Node node, Step.Call call, PathState state) {
    Meaning meaning = classifier.meaning(flow, node, call, state.env());
    List<PathState> after = new ArrayList<>();
    PathState before = meaning.doubtful() ? state.doubted() : state;
    if (meaning.openAfterThrow() != null) {
      after.addAll(thrown(node, before, state.env(), calls.exceptions(node, meaning, state.env())));
    }
    if (classifier.returns(call)) {
      Env env = calls.returned(node, call, meaning, state.env());
      events.closedAfterDoubt |= state.doubtful() && meaning.surelyCloses();
      events.closedInHandler |= meaning.kind() == Meaning.Kind.CLOSES && Path.throwsOn(state);
      if (env != null) {
        after.addAll(follow(node, before, env));
      }
    }
    return after;
  }

  private List<PathState> thrown(Node node, PathState state, Env env, List<Thrown> exceptions) {
    List<PathState> after = new ArrayList<>();
    for (Handlers.Target target : handlers.targets(node, exceptions)) {
      if (target.node() < 0) {
        PathState end = state.thrownTo(node.id(), env, target.likelihood());
        events.open.add(new Events.Open(end, Events.End.THROW));
      } else {
        after.add(state.thrownTo(target.node(), env, target.likelihood()));
      }
    }
    return after;
  }
}
