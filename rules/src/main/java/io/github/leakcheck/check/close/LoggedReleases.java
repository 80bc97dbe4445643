package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Releases that happen only while something is logged: whose the object is cannot depend on that,
 * so the method is in charge of it, and leaves it open as soon as nobody logs.
 */
final class LoggedReleases {
  private static final String RULE = "unclosed-auto-closeable";

  private static final Pattern LOGGED =
      Pattern.compile(
          "is(Trace|Debug|Info|Warn|Warning|Error|Fatal|Verbose|Logging)Enabled"
              + "|isLoggable|isEnabledFor");

  private final ClassFacts unit;
  private final World world;
  private final Knowledge knowledge;

  LoggedReleases(ClassFacts unit, World world) {
    this.unit = unit;
    this.world = world;
    this.knowledge = Knowledge.of(world);
  }

  /** Those of objects that the method did not open in sight: others are followed on every path. */
  List<Finding> in(MethodFlow flow, List<Site> opened) {
    return flow.nodes().stream()
        .filter(test -> asksWhetherLogged(flow, test))
        .flatMap(test -> releases(flow, test))
        .filter(release -> !isOf(flow, release, opened))
        .flatMap(release -> finding(flow, release).stream())
        .toList();
  }

  private static boolean asksWhetherLogged(MethodFlow flow, Node node) {
    return node.step() instanceof Step.Test test
        && test.comparison() == Step.Comparison.IS_TRUE
        && FieldReleases.origin(flow, flow.definitions(), node.id(), test.left())
            instanceof Step.Call call
        && LOGGED.matcher(call.callee().name()).matches();
  }

  /** Calls on the logged side alone that end something made before, unused on the other side. */
  private Stream<Node> releases(MethodFlow flow, Node test) {
    int logged = test.next().get(0);
    int quiet = test.next().get(1);
    return flow.nodes().stream()
        .filter(this::isRelease)
        .filter(
            node -> leads(flow, logged, node.id(), test) && !leads(flow, quiet, node.id(), test))
        .filter(node -> isMadeBefore(flow, node, logged, test))
        .filter(node -> !isUsed(flow, quiet, node, test));
  }

  private boolean isRelease(Node node) {
    return node.step() instanceof Step.Call call
        && call.receiver() >= 0
        && call.arguments().isEmpty()
        && (isClose(call)
            || knowledge.ownEndings().endsOwn(call.callee().owner()).stream()
                .anyMatch(line -> line.undo().orElseThrow().name().equals(call.callee().name())));
  }

  private boolean isClose(Step.Call call) {
    String type = call.callee().owner();
    return call.callee().name().equals("close")
        && (knowledge.isCloseable(type) || knowledge.hasClose(type));
  }

  private static boolean leads(MethodFlow flow, int from, int to, Node test) {
    return Reachability.leads(flow, List.of(from), node -> node == to, node -> node == test.id());
  }

  /** A field may well be released by another method, and what was made to be logged is no loss. */
  private static boolean isMadeBefore(MethodFlow flow, Node release, int logged, Node test) {
    Definitions definitions = flow.definitions();
    int register = receiver(release);
    int origin = FieldReleases.originNode(flow, definitions, release.id(), register);
    return origin == Definitions.ENTRY && !OnItself.isOn(flow, release.id(), register)
        || origin >= 0
            && !(flow.node(origin).step() instanceof Step.LoadField)
            && !leads(flow, logged, origin, test);
  }

  /** Whoever still works with it without logging may be the one who ends it there. */
  private static boolean isUsed(MethodFlow flow, int from, Node release, Node test) {
    int object = object(flow, release, receiver(release));
    return Reachability.leads(
        flow,
        List.of(from),
        id ->
            !(flow.node(id).step() instanceof Step.Test)
                && StepUses.used(flow.node(id).step()).stream()
                    .anyMatch(register -> object(flow, flow.node(id), register) == object),
        id -> id == test.id());
  }

  private static int receiver(Node release) {
    return ((Step.Call) release.step()).receiver();
  }

  /** The step that made the value, below zero the parameter that it came in. */
  private static int object(MethodFlow flow, Node node, int register) {
    Definitions definitions = flow.definitions();
    int origin = FieldReleases.originNode(flow, definitions, node.id(), register);
    return origin == Definitions.ENTRY
        ? -1 - FieldReleases.parameter(flow, definitions, node.id(), register)
        : origin >= 0 ? origin : Integer.MIN_VALUE;
  }

  private static boolean isOf(MethodFlow flow, Node release, List<Site> opened) {
    int origin = object(flow, release, receiver(release));
    return opened.stream().anyMatch(site -> site.node().id() == origin)
        || origin >= 0 && flow.node(origin).step() instanceof Step.New;
  }

  /** Of a type that is no AutoCloseable the call itself says that there is something to end. */
  private Confidence worth(Step.Call call) {
    String type = call.callee().owner();
    if (Platform.isProvided(type)) {
      return Confidence.HIGH;
    }
    return knowledge.isCloseable(type)
        ? knowledge.worthOf(type)
        : knowledge.idleCloses().has(type) ? Confidence.LOW : Confidence.MEDIUM;
  }

  private Optional<Finding> finding(MethodFlow flow, Node release) {
    Step.Call call = (Step.Call) release.step();
    String type = call.callee().owner();
    Place place = new Place(unit.type().sourceFile(), release.span(), flow.source());
    Optional<Rule> rule = world.catalog().rule(RULE);
    return rule.map(
        found ->
            new Finding(
                found.id(),
                found.severity(),
                worth(call),
                Subjects.of(flow, release),
                "the `" + Path.simple(type) + "` is released only while something is logged",
                "call `" + call.callee().name() + "()` outside of the condition",
                place,
                List.of(
                    new PathStep(PathStep.Kind.EXIT, place, "not reached if nothing is logged")),
                Set.of(unit.engine())));
  }
}
