package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.Events.Open;
import io.github.leakcheck.check.close.PathState.Via;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Objects of the user's own that hold nothing yet where a path ends with them open. */
final class Untouched {
  private final MethodFlow flow;
  private final Knowledge knowledge;

  Untouched(MethodFlow flow, Knowledge knowledge) {
    this.flow = flow;
    this.knowledge = knowledge;
  }

  /** Whether neither making it nor what was called on it until then lets it hold anything. */
  boolean is(Site site, Open worst) {
    return !Platform.isProvided(site.type())
        && (isUnfilled(site, worst) || isUnopened(site, worst));
  }

  /** All that {@code close()} frees is in fields that are filled later. */
  private boolean isUnfilled(Site site, Open worst) {
    MethodRef callee = site.call().callee();
    Set<Unopened.Part> parts =
        callee.isConstructor() ? knowledge.unopened().filledLater(callee) : Set.of();
    return !parts.isEmpty() && calls(worst).noneMatch(state -> mayFill(state, site.type(), parts));
  }

  /** Nothing that was run on it opens anything. */
  private boolean isUnopened(Site site, Open worst) {
    if (!site.isKnownByTypeAlone() && !site.isLearned()) {
      return false;
    }
    Holding holding = knowledge.holding();
    Optional<Set<MethodRef>> made = holding.constructors(site.call());
    return made.isPresent()
        && made.get().stream().allMatch(holding::opensLater)
        && given(site).noneMatch(holding::mayHoldAtOnce)
        && calls(worst).noneMatch(this::mayOpen)
        && usesBefore(site, worst).noneMatch(node -> mayOpen(site, node));
  }

  /** What it was given that was made for it here. */
  private Stream<MethodRef> given(Site site) {
    Definitions definitions = flow.definitions();
    int node = site.node().id();
    return site.call().arguments().stream()
        .map(argument -> FieldReleases.origin(flow, definitions, node, argument))
        .filter(Step.New.class::isInstance)
        .flatMap(fresh -> Made.constructor(flow, (Step.New) fresh).stream())
        .filter(constructor -> !Platform.isProvided(constructor.owner()));
  }

  /** Calls between the acquisition and the end of the path, on other ways that lead there. */
  private Stream<Node> usesBefore(Site site, Open worst) {
    int end =
        Path.way(worst.state()).stream()
            .filter(state -> state.via() == Via.THROWN)
            .findFirst()
            .map(PathState::parent)
            .orElse(worst.state())
            .node();
    BitSet after = new BitSet();
    site.node().next().forEach(next -> after.or(Reachability.from(flow, next)));
    after.and(Reachability.to(flow, end));
    return flow.nodes().stream()
        .filter(node -> node.step() instanceof Step.Call && after.get(node.id()));
  }

  /** The step runs something on what was acquired, seen by where its value comes from. */
  private boolean mayOpen(Site site, Node node) {
    Step.Call call = (Step.Call) node.step();
    Holding holding = knowledge.holding();
    return isFrom(site, node, call.receiver())
            && !call.callee().isConstructor()
            && holding.mayOpen(call)
        || IntStream.range(0, call.arguments().size())
            .filter(i -> isFrom(site, node, call.arguments().get(i)))
            .anyMatch(i -> holding.mayOpenArgument(call, i));
  }

  private boolean isFrom(Site site, Node node, int register) {
    Definitions definitions = flow.definitions();
    Step made =
        site.call().callee().isConstructor()
            ? FieldReleases.origin(flow, definitions, site.node().id(), site.call().receiver())
            : site.node().step();
    return register >= 0
        && FieldReleases.sources(flow, definitions, node.id(), register).stream()
            .anyMatch(source -> source == made);
  }

  /** The states of the way from which a call led on. */
  private Stream<PathState> calls(Open worst) {
    return Path.way(worst.state()).stream()
        .filter(
            state ->
                state.parent() != null
                    && flow.node(state.parent().node()).step() instanceof Step.Call);
  }

  private Step.Call call(PathState after) {
    return (Step.Call) flow.node(after.parent().node()).step();
  }

  /** The step calls something on the object, or on what holds it, that may let it hold anything. */
  private boolean mayFill(PathState after, String type, Set<Unopened.Part> parts) {
    Step.Call call = call(after);
    boolean thrown = after.via() == Via.THROWN;
    if (call.callee().isConstructor()) {
      return false;
    }
    Value receiver = after.parent().env().get(call.receiver());
    Unopened unopened = knowledge.unopened();
    if (receiver.is(Role.WRAPPER)) {
      return !thrown || unopened.mayFillWithinAndThrow(call, type, parts);
    }
    return receiver.is(Role.SELF)
        && (thrown ? unopened.mayFillAndThrow(call, parts) : unopened.mayFill(call, parts));
  }

  /** The step runs something on the object, or on what has it, that may open anything. */
  private boolean mayOpen(PathState after) {
    Step.Call call = call(after);
    Env env = after.parent().env();
    return env.get(call.receiver()).reaches() && knowledge.holding().mayOpen(call)
        || IntStream.range(0, call.arguments().size())
            .filter(i -> env.get(call.arguments().get(i)).reaches())
            .anyMatch(i -> knowledge.holding().mayOpenArgument(call, i));
  }
}
