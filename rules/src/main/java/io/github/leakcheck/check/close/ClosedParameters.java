package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.close.Events.End;
import io.github.leakcheck.check.close.Events.Open;
import io.github.leakcheck.check.close.Value.Bound;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Methods and lambdas that close what they were given or captured, and are in charge of it, but not
 * on every path.
 */
final class ClosedParameters {
  private static final Set<Likelihood> LIKELY = EnumSet.of(Likelihood.CHECKED, Likelihood.SELDOM);

  private final ClassFacts unit;
  private final World world;
  private final Knowledge knowledge;

  ClosedParameters(ClassFacts unit, World world) {
    this.unit = unit;
    this.world = world;
    this.knowledge = Knowledge.of(world);
  }

  List<Finding> in(MethodFlow flow) {
    List<Finding> found = new ArrayList<>();
    if (flow.method().isConstructor()) {
      return found;
    }
    int first = flow.isStatic() ? 0 : 1;
    for (int i = first; i < flow.parameters().size(); i++) {
      String type = flow.method().parameters().get(i - first);
      if (knowledge.isCloseable(type)) {
        judge(flow, i, type).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> judge(MethodFlow flow, int index, String type) {
    Optional<Rule> rule =
        knowledge.ofType(type).map(Api::rule).flatMap(id -> world.catalog().rule(id));
    if (rule.isEmpty()) {
      return Optional.empty();
    }
    Events events = follow(flow, index, type);
    return skipping(flow, events)
        .filter(open -> ParameterOwners.of(world).owns(flow, index))
        .map(open -> finding(flow, index, events, open, rule.get()));
  }

  private Events follow(MethodFlow flow, int index, String type) {
    Env env =
        Before.entry(flow).with(flow.parameters().get(index), new Bound(Role.SELF, -2 - index));
    return Exploration.run(
        flow, flow.liveness(), Classifier.general(knowledge), type, Before.start(0, env));
  }

  /** A way past an exception on which it stays open; on others somebody decides not to close. */
  private Optional<Open> skipping(MethodFlow flow, Events events) {
    if (events.endedAt < 0 || events.keptInThis || events.returned || events.coarse) {
      return Optional.empty();
    }
    Faults faults = new Faults(flow, world);
    return events.open.stream()
        .filter(open -> LIKELY.contains(open.state().likelihood()))
        .filter(open -> !open.state().doubtful() && !faults.isCallees(open))
        .filter(open -> !Decisions.choosesNotToRelease(flow, open.state(), events.endings))
        .min(Comparator.comparing(open -> open.end() != End.THROW));
  }

  private Finding finding(MethodFlow flow, int index, Events events, Open open, Rule rule) {
    Node release = flow.node(events.endedAt);
    String name = flow.parameterNames().get(index);
    Path path = new Path(flow, node -> place(flow, node), name);
    String subject = name == null ? "the parameter closed here" : "`" + name + "`";
    return new Finding(
        rule.id(),
        rule.severity(),
        Confidence.MEDIUM,
        Subjects.of(flow, release),
        subject + " " + path.reason(open, events),
        "close it in a finally block, or with a try-with-resources statement",
        place(flow, release),
        path.stations(open),
        Set.of(unit.engine()));
  }

  private Place place(MethodFlow flow, Node node) {
    return new Place(unit.type().sourceFile(), node.span(), flow.source());
  }
}
