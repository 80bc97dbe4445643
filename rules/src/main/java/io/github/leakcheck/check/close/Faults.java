package io.github.leakcheck.check.close;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.close.Events.Open;
import io.github.leakcheck.check.close.PathState.Via;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whose fault it is that a path ends with the resource open: one leak is reported once, where it is
 * to be repaired.
 */
final class Faults {
  private final MethodFlow flow;
  private final World world;
  private final Knowledge knowledge;

  Faults(MethodFlow flow, World world) {
    this.flow = flow;
    this.world = world;
    this.knowledge = Knowledge.of(world);
  }

  /** The call that throws was given the resource and is in charge of it. */
  boolean isCallees(Open open) {
    for (PathState state = open.state(); state.parent() != null; state = state.parent()) {
      if (state.via() == Via.THROWN
          && flow.node(state.parent().node()).step() instanceof Step.Call call
          && takesOver(call, state.parent().env())) {
        return true;
      }
    }
    return false;
  }

  /** Whether somebody else may ask the connection for this stream, or end it. */
  boolean isAskedByOthers(Site site) {
    return new SharedConnections(flow, world).isAskedByOthers(site);
  }

  /**
   * The call that throws first was given the resource and returns it, as another type: nobody had
   * it in hand yet.
   */
  boolean isConversions(Open open) {
    for (PathState state : Path.way(open.state())) {
      if (state.via() == Via.THROWN) {
        return flow.node(state.parent().node()).step() instanceof Step.Call call
            && returns(call, state.parent().env());
      }
    }
    return false;
  }

  private boolean returns(Step.Call call, Env env) {
    List<MethodRef> targets = knowledge.targets().of(call);
    int offset = call.receiver() < 0 ? 0 : 1;
    return targets.size() == 1
        && IntStream.range(0, call.arguments().size())
            .filter(i -> env.get(call.arguments().get(i)).is(Value.Role.SELF))
            .mapToObj(i -> knowledge.summaries().effect(targets.get(0), i + offset))
            .anyMatch(effect -> effect.filter(ParameterEffect::returned).isPresent());
  }

  private boolean takesOver(Step.Call call, Env env) {
    List<MethodRef> targets = knowledge.targets().of(call);
    if (targets.size() != 1) {
      return false;
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      int parameter = i + (call.receiver() < 0 ? 0 : 1);
      Value value = env.get(call.arguments().get(i));
      if ((value.is(Value.Role.SELF) || value.is(Value.Role.WRAPPER))
          && isOwner(targets.get(0), parameter)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOwner(MethodRef target, int parameter) {
    return knowledge.isJudged(target.owner())
        && knowledge
            .summaries()
            .effect(target, parameter)
            .filter(effect -> effect.closes() && !effect.keptInThis())
            .isPresent()
        && world
            .program()
            .body(target)
            .filter(body -> ParameterOwners.of(world).owns(body, parameter))
            .isPresent();
  }
}
