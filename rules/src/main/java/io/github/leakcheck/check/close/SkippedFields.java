package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.close.Events.End;
import io.github.leakcheck.check.close.Events.Open;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Methods that end an object's life and leave a field open when something before its release
 * throws.
 */
public final class SkippedFields {
  private static final String RULE = "resource-field-close-skipped";

  /** Methods after which nobody calls again. */
  private static final Set<String> LAST =
      Set.of(
          "close",
          "stop",
          "shutdown",
          "shutdownNow",
          "dispose",
          "destroy",
          "terminate",
          "tearDown");

  /** Methods that do the work of a task, with the type that promises them. */
  private static final Map<String, String> TASKS =
      Map.of("run", "java.lang.Runnable", "call", "java.util.concurrent.Callable");

  private static final Set<Likelihood> LIKELY =
      EnumSet.of(Likelihood.CHECKED, Likelihood.ENDING, Likelihood.SELDOM);

  private final ClassFacts unit;
  private final World world;
  private final Knowledge knowledge;
  private final Rule rule;
  private final Getters getters;

  private SkippedFields(ClassFacts unit, World world, Rule rule) {
    this.unit = unit;
    this.world = world;
    this.knowledge = Knowledge.of(world);
    this.rule = rule;
    this.getters = new Getters(world.program(), knowledge);
  }

  /** The fields whose release an earlier exception skips. */
  public static List<Finding> in(ClassFacts unit, World world) {
    Optional<Rule> rule = world.catalog().rule(RULE);
    List<Finding> found = new ArrayList<>();
    if (rule.isPresent()) {
      SkippedFields skipped = new SkippedFields(unit, world, rule.get());
      unit.flows().stream()
          .filter(flow -> skipped.isEnd(flow) || skipped.isTask(flow))
          .forEach(flow -> skipped.judge(flow, found));
    }
    return found;
  }

  /** Known by its name, or all that {@code close()} does. */
  private boolean isEnd(MethodFlow flow) {
    return endsLife(flow)
        || !flow.isStatic()
            && !Access.has(flow.access(), Access.SYNTHETIC)
            && knowledge.isAllOfClose(flow.method());
  }

  private static boolean endsLife(MethodFlow flow) {
    return !flow.isStatic()
        && !Access.has(flow.access(), Access.SYNTHETIC)
        && flow.method().parameters().stream().allMatch(SkippedFields::isHow)
        && LAST.contains(flow.method().name());
  }

  /** The work of an object made for it, at the end of which nobody calls again. */
  private boolean isTask(MethodFlow flow) {
    return flow.method().parameters().isEmpty()
        && TASKS.containsKey(flow.method().name())
        && !Access.has(flow.access(), Access.SYNTHETIC)
        && knowledge.types().isSubtype(unit.type().name(), TASKS.get(flow.method().name()));
  }

  /** Says how to end or how long to wait for it, not what to end. */
  private static boolean isHow(String parameter) {
    return !parameter.contains(".")
        || parameter.equals("java.util.concurrent.TimeUnit")
        || parameter.equals("java.time.Duration");
  }

  private record Skipped(FieldRef field, Node release, Events events, Open open) {}

  /** One finding for all fields that a method skips: there is one cure. */
  private void judge(MethodFlow flow, List<Finding> found) {
    List<Skipped> skipped = new ArrayList<>();
    releases(flow)
        .forEach(
            (field, release) -> {
              Events events =
                  Exploration.ofField(flow, Classifier.general(knowledge), field, getters);
              if (events.closed && !events.given && !events.coarse) {
                skipping(flow, release, events)
                    .ifPresent(open -> skipped.add(new Skipped(field, release, events, open)));
              }
            });
    if (!skipped.isEmpty()) {
      skipped.sort(Comparator.comparing((Skipped one) -> confidence(flow, one.open())).reversed());
      found.add(finding(flow, skipped.get(0), skipped.size() - 1));
    }
  }

  /**
   * Closeable fields of this object that the method closes itself, with the first call that does.
   */
  private Map<FieldRef, Node> releases(MethodFlow flow) {
    Definitions definitions = flow.definitions();
    Map<FieldRef, Node> found = new LinkedHashMap<>();
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.Call call && call.callee().name().equals("close")) {
        field(FieldReleases.origin(flow, definitions, node.id(), call.receiver()))
            .filter(field -> isOurs(field) && isWorth(field.type()))
            .filter(field -> isEnd(flow) || isReleasedOnlyBy(flow, field))
            .ifPresent(field -> found.putIfAbsent(field, node));
      }
    }
    return found;
  }

  /** Nobody else who knows the object ends what its task works with. */
  private boolean isReleasedOnlyBy(MethodFlow flow, FieldRef field) {
    FieldReleases releases = new FieldReleases(knowledge);
    releases.read(unit);
    world.program().facts(unit.type().outer()).ifPresent(releases::read);
    return !releases.shares(field) && releases.releasedOnlyIn(field).equals(Set.of(flow.method()));
  }

  private Optional<FieldRef> field(Step origin) {
    if (origin instanceof Step.LoadField load && load.object() >= 0) {
      return Optional.of(load.field());
    }
    return origin instanceof Step.Call call ? getters.field(call) : Optional.empty();
  }

  /** Declared here, or inherited from a class that nobody judges. */
  private boolean isOurs(FieldRef field) {
    String name = unit.type().name();
    return field.owner().equals(name)
        || !knowledge.isJudged(field.owner()) && knowledge.types().isSubtype(name, field.owner());
  }

  private boolean isWorth(String type) {
    return (knowledge.isCloseable(type) || knowledge.hasClose(type))
        && (Platform.isProvided(type) || knowledge.worthOf(type) != Confidence.LOW);
  }

  private Optional<Open> skipping(MethodFlow flow, Node release, Events events) {
    return events.open.stream()
        .filter(open -> open.end() != End.LOST && !open.state().doubtful())
        .filter(open -> Path.throwsOn(open.state()))
        .filter(open -> LIKELY.contains(open.state().likelihood()))
        .filter(open -> !choosesAfterThrow(open.state()) && !cleansUp(flow, open.state()))
        .filter(open -> skips(flow, open.state(), release.id()))
        .min(
            Comparator.comparing((Open open) -> open.state().likelihood())
                .thenComparing(open -> open.state().node()));
  }

  /** A condition in the handler decides not to close: that is meant, as on the ordinary path. */
  private static boolean choosesAfterThrow(PathState end) {
    boolean chose = false;
    for (PathState state = end.parent(); state != null; state = state.parent()) {
      if (state.via() == PathState.Via.THROWN) {
        return chose;
      }
      chose |=
          state.via() == PathState.Via.BRANCH_TRUE || state.via() == PathState.Via.BRANCH_FALSE;
    }
    return false;
  }

  /** A handler on the way calls something of the class that may well release the field, too. */
  private boolean cleansUp(MethodFlow flow, PathState end) {
    boolean thrown = false;
    for (PathState state : Path.way(end)) {
      Node from = state.parent() == null ? null : flow.node(state.parent().node());
      if (thrown && from.step() instanceof Step.Call call && mayRelease(call)) {
        return true;
      }
      thrown |= state.via() == PathState.Via.THROWN;
    }
    return false;
  }

  private boolean mayRelease(Step.Call call) {
    String owner = call.callee().owner();
    boolean own = owner.equals(unit.type().name()) || owner.equals(unit.type().outer());
    return own
        && call.arguments().isEmpty()
        && knowledge.targets().of(call).stream().anyMatch(knowledge.summaries()::releasesOwn);
  }

  /** Whether the release lay ahead when the method was left, or when it chose to throw. */
  private static boolean skips(MethodFlow flow, PathState end, int release) {
    List<PathState> way = Path.way(end);
    int thrown = 0;
    while (thrown < way.size() - 1 && way.get(thrown + 1).via() != PathState.Via.THROWN) {
      thrown++;
    }
    if (!(flow.node(way.get(thrown).node()).step() instanceof Step.Throw)) {
      return Reachability.leads(flow, List.of(way.get(thrown).node()), node -> node == release);
    }
    List<PathState> before = way.subList(0, thrown);
    return before.stream().anyMatch(state -> ends(flow.node(state.node()).step()))
        && Reachability.leads(
            flow, before.stream().map(PathState::node).toList(), node -> node == release);
  }

  /** Something was ended before, so this is no refusal to end at all. */
  private static boolean ends(Step step) {
    return step instanceof Step.Call call
        && call.arguments().isEmpty()
        && LAST.contains(call.callee().name());
  }

  /**
   * A {@code close()} that announces no exception hardly ever throws one, nor does one of what was
   * only read.
   */
  private Confidence confidence(MethodFlow flow, Open open) {
    if (open.state().likelihood() == Likelihood.ENDING) {
      return Confidence.LOW;
    }
    boolean quiet =
        firstThrow(flow, open.state()) instanceof Step.Call call
            && ReleaseNames.isRelease(call.callee().name())
            && knowledge
                .targets()
                .declared(call.callee())
                .filter(method -> method.exceptions().isEmpty())
                .isPresent();
    return quiet ? Confidence.LOW : Confidence.MEDIUM;
  }

  /** The step that throws first on the path; null if it is a throw statement at its end. */
  private static Step firstThrow(MethodFlow flow, PathState end) {
    for (PathState state : Path.way(end)) {
      if (state.via() == PathState.Via.THROWN) {
        return flow.node(state.parent().node()).step();
      }
    }
    return null;
  }

  private Finding finding(MethodFlow flow, Skipped first, int others) {
    FieldRef field = first.field();
    Path path = new Path(flow, node -> place(flow, node), field.name());
    String more = others == 0 ? "" : ", like " + others + " more behind it,";
    return new Finding(
        rule.id(),
        rule.severity(),
        confidence(flow, first.open()),
        Subjects.of(flow, first.release()),
        "`" + shown(field) + "`" + more + " " + path.reason(first.open(), first.events()),
        "close `"
            + field.name()
            + "` in a finally block, or close all fields with one try-with-resources statement",
        place(flow, first.release()),
        path.stations(first.open()),
        Set.of(unit.engine()));
  }

  private static String shown(FieldRef field) {
    return field.name().replaceFirst("^val\\$", "");
  }

  private Place place(MethodFlow flow, Node node) {
    return new Place(unit.type().sourceFile(), node.span(), flow.source());
  }
}
