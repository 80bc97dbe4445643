package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.Liveness;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Methods that use the resource in a field and then put a new one in its place while it is open.
 * That a method only opens and stores is no sign: it may run once.
 */
public final class OverwrittenFields {
  private static final String RULE = "resource-field-overwritten";

  private final ClassFacts unit;
  private final Knowledge knowledge;
  private final Rule rule;
  private final Getters getters;
  private final FieldReleases releases;

  private OverwrittenFields(ClassFacts unit, World world, Rule rule) {
    this.unit = unit;
    this.knowledge = Knowledge.of(world);
    this.rule = rule;
    this.getters = new Getters(world.program(), knowledge);
    this.releases = new FieldReleases(knowledge);
    releases.read(unit);
  }

  /** The acquisitions that take the place of something still open. */
  public static List<Finding> in(ClassFacts unit, World world) {
    List<Finding> found = new ArrayList<>();
    Optional<Rule> rule = world.catalog().rule(RULE);
    List<MethodFlow> flows =
        unit.flows().stream().filter(flow -> mayOverwrite(flow, Knowledge.of(world))).toList();
    if (rule.isPresent() && !flows.isEmpty()) {
      OverwrittenFields fields = new OverwrittenFields(unit, world, rule.get());
      flows.forEach(flow -> fields.judge(flow, found));
    }
    return found;
  }

  private static boolean mayOverwrite(MethodFlow flow, Knowledge knowledge) {
    return !flow.isStatic()
        && !flow.method().isConstructor()
        && !Access.has(flow.access(), Access.SYNTHETIC)
        && flow.nodes().stream().anyMatch(node -> node.step() instanceof Step.StoreField)
        && !Sites.none(flow, knowledge);
  }

  private void judge(MethodFlow flow, List<Finding> found) {
    Liveness liveness = flow.liveness();
    Before before = Before.of(flow, liveness, Classifier.general(knowledge));
    for (Site site : Sites.of(flow, before, knowledge)) {
      if (site.worth() != Confidence.LOW && site.api().confidence() != Confidence.LOW) {
        Events events = Acquisition.follow(flow, liveness, knowledge, before, site);
        events.fields.stream()
            .filter(field -> !field.isStatic() && field.owner().equals(unit.type().name()))
            .filter(field -> !releases.shares(field))
            .flatMap(field -> overwriting(flow, field, site).stream())
            .findFirst()
            .ifPresent(state -> found.add(finding(flow, site, state)));
      }
    }
  }

  /** The first state at which the new resource takes the place of one that was just used. */
  private Optional<PathState> overwriting(MethodFlow flow, FieldRef field, Site site) {
    Events events = Exploration.ofField(flow, Classifier.general(knowledge), field, getters);
    if (events.given || events.coarse) {
      return Optional.empty();
    }
    Definitions definitions = flow.definitions();
    return events.overwritten.stream()
        .filter(state -> state.likelihood() == Likelihood.PLAIN && !state.doubtful())
        .filter(state -> stores(flow, definitions, state.node(), site))
        .filter(
            state ->
                (isUsed(flow, state) || isOpenFromStart(flow, field))
                    && !mayBeReleased(flow, state))
        .findFirst();
  }

  /**
   * What is stored there is the new resource, or the only thing that the method stores: a wrapper.
   */
  private static boolean stores(MethodFlow flow, Definitions definitions, int node, Site site) {
    Step.StoreField store = (Step.StoreField) flow.node(node).step();
    int origin = FieldReleases.originNode(flow, definitions, node, store.value());
    return origin == site.node().id()
        || origin >= 0
            && flow.node(origin).step() instanceof Step.New fresh
            && (site.call().receiver() == fresh.result() || isOnlyStore(flow, store.field()));
  }

  private static boolean isOnlyStore(MethodFlow flow, FieldRef field) {
    return flow.nodes().stream()
            .filter(
                node -> node.step() instanceof Step.StoreField store && store.field().equals(field))
            .count()
        == 1;
  }

  /**
   * Every constructor opens what the field holds, and nothing of the class calls the method: it was
   * open before.
   */
  private boolean isOpenFromStart(MethodFlow flow, FieldRef field) {
    List<MethodFlow> starts =
        unit.flows().stream().filter(f -> f.method().isConstructor() && !callsOwn(f)).toList();
    return !starts.isEmpty()
        && starts.stream().allMatch(start -> opens(start, field))
        && unit.flows().stream()
            .flatMap(other -> other.nodes().stream())
            .noneMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && call.callee().name().equals(flow.method().name())
                        && call.callee().owner().equals(flow.method().owner()));
  }

  private static boolean callsOwn(MethodFlow constructor) {
    return constructor.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && call.callee().isConstructor()
                    && call.callee().owner().equals(constructor.method().owner())
                    && OnItself.isOn(constructor, node.id(), call.receiver()));
  }

  private boolean opens(MethodFlow constructor, FieldRef field) {
    Liveness liveness = constructor.liveness();
    Before before = Before.of(constructor, liveness, Classifier.general(knowledge));
    return Sites.of(constructor, before, knowledge).stream()
        .anyMatch(
            site ->
                !Lending.isEnded(constructor, site, field)
                    && Acquisition.follow(constructor, liveness, knowledge, before, site)
                        .fields
                        .contains(field));
  }

  private static boolean isUsed(MethodFlow flow, PathState end) {
    return Path.way(end).stream()
        .anyMatch(
            state ->
                flow.node(state.node()).step() instanceof Step.Call call
                    && state.env().get(call.receiver()).is(Role.SELF));
  }

  /** Something of the class that runs before may end it, out of sight. */
  private boolean mayBeReleased(MethodFlow flow, PathState end) {
    return Path.way(end).stream()
        .anyMatch(
            state ->
                flow.node(state.node()).step() instanceof Step.Call call
                    && call.callee().owner().equals(unit.type().name())
                    && knowledge.targets().of(call).stream()
                        .anyMatch(knowledge.summaries()::releasesOwn));
  }

  private Finding finding(MethodFlow flow, Site site, PathState state) {
    Node store = flow.node(state.node());
    String field = "`" + ((Step.StoreField) store.step()).field().name() + "`";
    return new Finding(
        rule.id(),
        rule.severity(),
        Confidence.MEDIUM,
        Subjects.of(flow, site.node()),
        "a new resource takes the place of the one in " + field + ", which is still open",
        "close " + field + " before",
        place(flow, site.node()),
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, place(flow, site.node()), "the new one is opened"),
            new PathStep(
                PathStep.Kind.OVERWRITTEN,
                place(flow, store),
                "nothing refers to the one before any more")),
        Set.of(unit.engine()));
  }

  private Place place(MethodFlow flow, Node node) {
    return new Place(unit.type().sourceFile(), node.span(), flow.source());
  }
}
