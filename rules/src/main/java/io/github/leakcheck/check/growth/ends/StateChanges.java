package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells which steps put an object into a state, as a field says by one of several constants. */
final class StateChanges {
  private static final int DEPTH = 3;

  private final Code code;
  private final Origins origins;

  StateChanges(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether the step puts the object into some state other than this one, whatever it runs. */
  boolean always(Body body, Node node, Set<Origin> object, FieldKey state, FieldRef than) {
    return always(body, node, object, state, than, DEPTH);
  }

  private boolean always(
      Body body, Node node, Set<Origin> object, FieldKey state, FieldRef than, int depth) {
    if (node.step() instanceof Step.StoreField store) {
      return code.key(store.field()).equals(state)
          && origins.of(body, node.id(), store.object()).equals(object)
          && isOther(origins.of(body, node.id(), store.value()), than);
    }
    if (!(node.step() instanceof Step.Call call) || depth == 0) {
      return false;
    }
    if (call.receiver() != Step.NONE
        && origins.of(body, node.id(), call.receiver()).equals(object)) {
      return sets(body, node.id(), call, state, than);
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      if (origins.of(body, node.id(), call.arguments().get(i)).equals(object)) {
        int position = i;
        List<Body> targets = targets(call);
        return !targets.isEmpty()
            && targets.stream().allMatch(to -> always(to, position, state, than, depth - 1));
      }
    }
    return false;
  }

  /** Whether each way through the method changes the state of what it is given. */
  private boolean always(Body body, int position, FieldKey state, FieldRef than, int depth) {
    int index = body.flow().isStatic() ? position : position + 1;
    Set<Origin> object = Set.of(new Origin.OfParameter(body, index));
    return body.nodes().stream()
        .anyMatch(
            node ->
                always(body, node, object, state, than, depth)
                    && !Ways.avoid(body, node.id())
                    && isLast(body, node.id(), state));
  }

  private boolean isLast(Body body, int change, FieldKey state) {
    return body.nodes().stream()
        .filter(node -> node.id() != change && Ways.lead(body, change, node.id()))
        .noneMatch(node -> may(node, state));
  }

  /** {@code x.setState(CLOSING)}: all bodies store what they are given, or another constant. */
  private boolean sets(Body body, int node, Step.Call call, FieldKey state, FieldRef than) {
    List<Body> targets = targets(call);
    return !targets.isEmpty()
        && targets.stream().allMatch(to -> sets(to, body, node, call, state, than));
  }

  private boolean sets(
      Body setter, Body body, int node, Step.Call call, FieldKey state, FieldRef than) {
    return setter.nodes().stream()
        .anyMatch(
            at ->
                at.step() instanceof Step.StoreField store
                    && code.key(store.field()).equals(state)
                    && !Ways.avoid(setter, at.id())
                    && isOther(given(setter, at.id(), store.value(), body, node, call), than));
  }

  /** What is stored; for a parameter, what the call gives for it. */
  private Set<Origin> given(Body setter, int at, int value, Body body, int node, Step.Call call) {
    Set<Origin> stored = origins.of(setter, at, value);
    boolean parameter =
        stored.size() == 1
            && stored.iterator().next() instanceof Origin.OfParameter given
            && given.position() >= 0
            && given.position() < call.arguments().size();
    if (!parameter) {
      return stored;
    }
    int position = ((Origin.OfParameter) stored.iterator().next()).position();
    return origins.of(body, node, call.arguments().get(position));
  }

  private static boolean isOther(Set<Origin> values, FieldRef than) {
    return !values.isEmpty()
        && values.stream()
            .allMatch(
                o ->
                    o instanceof Origin.OfField constant
                        && constant.field().isStatic()
                        && constant.field().type().equals(than.type())
                        && constant.field().owner().equals(than.owner())
                        && !constant.field().name().equals(than.name()));
  }

  /** Whether the step may put any object into another state. */
  boolean may(Node node, FieldKey state) {
    if (node.step() instanceof Step.StoreField store) {
      return code.key(store.field()).equals(state);
    }
    return node.step() instanceof Step.Call call
        && !Platform.isJdk(call.callee().owner())
        && !code.target(call).filter(origins::isGetter).isPresent();
  }

  /** The bodies that the call may run: of the method and of those that override it. */
  private List<Body> targets(Step.Call call) {
    List<Body> found = new ArrayList<>();
    code.target(call).ifPresent(found::add);
    if (call.kind() == Step.CallKind.VIRTUAL && !found.isEmpty()) {
      addOverrides(call.callee().owner(), call.callee(), found, new HashSet<>());
    }
    return found;
  }

  private void addOverrides(String type, MethodRef method, List<Body> found, Set<String> seen) {
    for (String below : code.world().program().directSubtypes(type)) {
      if (seen.add(below)) {
        code.world()
            .program()
            .type(below)
            .flatMap(facts -> facts.method(method))
            .map(TypeFacts.MethodFacts::ref)
            .flatMap(ref -> code.body(ref.in(below)))
            .ifPresent(found::add);
        addOverrides(below, method, found, seen);
      }
    }
  }
}
