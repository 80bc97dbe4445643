package io.github.leakcheck.check.growth.failures;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Growth;
import io.github.leakcheck.check.growth.Growths;
import io.github.leakcheck.check.growth.Longevity;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds entries that stay when the work fails for which they were made: the method that adds one
 * goes on with a call that throws, and only success takes the entry out again.
 */
public final class Failures {
  private static final Set<String> ADDS = Set.of("put", "add", "addLast", "offer");

  private static final Pattern SENDS =
      Pattern.compile(
          "(do|internal)?(send|write|flush|connect|start|submit|publish|request|invoke|transmit|open"
              + "|call|post|exchange|dispatch|deliver|execute|login|subscribe|bind)(\\p{Upper}.*)?");

  private final Code code;
  private final FieldUses fieldUses;
  private final Growths growths;
  private final Shared shared;
  private final Longevity longevity;
  private final Places places;
  private final Reaches reaches;
  private final OneByOne oneByOne;
  private final Throwing throwing;
  private final HandledFailures undone;
  private final CallerFailures callers;

  private Failures(World world) {
    this.code = Code.of(world);
    this.fieldUses = FieldUses.of(world);
    this.growths = new Growths(code);
    this.shared = Shared.of(code);
    this.longevity = new Longevity(code, shared);
    this.places = new Places(world);
    this.reaches = new Reaches(code);
    this.oneByOne = new OneByOne(code);
    this.throwing = new Throwing(world);
    this.undone = new HandledFailures(code, reaches);
    this.callers = new CallerFailures(code, reaches, throwing, undone);
  }

  /** The judge of this analysis. */
  public static Failures of(World world) {
    return world.once(Failures.class, Failures::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = fieldUses.of(key);
    List<Use> removals = oneByOne.of(uses);
    if (removals.isEmpty() || !lasts(owner, field)) {
      return Optional.empty();
    }
    boolean isStatic = Access.has(field.access(), Access.STATIC);
    return growths.of(uses, key, isStatic).stream()
        .filter(growth -> growth.sure() != Confidence.LOW && !growth.memo())
        .filter(growth -> growth.key().domain().compareTo(Domain.UNKNOWN) >= 0)
        .map(Growth::use)
        .filter(use -> ADDS.contains(use.call().callee().name()))
        .filter(use -> use.reach() == Use.Reach.ITSELF)
        .flatMap(use -> fault(use, uses, removals).stream())
        .findFirst()
        .map(fault -> draft(owner, field, fault));
  }

  private record Fault(Use added, Site thrown, String removes) {}

  private boolean lasts(TypeFacts owner, FieldFacts field) {
    return Anchors.of(code).of(owner, field).isPresent() || longevity.of(owner).isPresent();
  }

  private Optional<Fault> fault(Use added, List<Use> uses, List<Use> removals) {
    Optional<Body> found = code.body(added.site().method());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Body body = found.get();
    List<Use> here =
        removals.stream().filter(use -> use.site().method().equals(body.method())).toList();
    boolean within = !here.isEmpty() && here.size() == removals.size();
    boolean elsewhere =
        here.isEmpty()
            && uses.stream().filter(Use::removes).count() == removals.size()
            && !reaches.any(body.method(), removals)
            && code.callers(body.method()).stream().noneMatch(caller -> undoes(caller, removals));
    if (!within && !elsewhere) {
      return Optional.empty();
    }
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Call call && mayFail(body, node, call, within))
        .filter(node -> node.id() > added.site().node())
        .filter(node -> Ways.lead(body, added.site().node(), node.id()))
        .filter(node -> elsewhere ? sends(node) : isBefore(body, node, here))
        .filter(node -> !undone.is(body, node, removals))
        .findFirst()
        .map(node -> body.site(node.id()))
        .or(() -> elsewhere ? callers.of(added, body, uses, removals) : Optional.empty())
        .map(site -> new Fault(added, site, name(removals.get(0))));
  }

  /** Begins what the entry waits for; other calls behind the addition have another purpose. */
  static boolean sends(Node node) {
    return SENDS.matcher(((Step.Call) node.step()).callee().name()).matches();
  }

  /** What is caught where nothing else removes the entry, somebody has seen fail. */
  private boolean mayFail(Body body, Node node, Step.Call call, boolean within) {
    return throwing.mayFail(call) || !within && throwing.isExpectedToFail(body, node);
  }

  private static boolean isBefore(Body body, Node node, List<Use> removals) {
    return removals.stream().allMatch(use -> Ways.lead(body, node.id(), use.site().node()));
  }

  /** Whether the caller removes the entry where it catches what the method throws. */
  private boolean undoes(Site caller, List<Use> removals) {
    return code.body(caller.method())
        .filter(body -> undone.is(body, body.flow().node(caller.node()), removals))
        .isPresent();
  }

  private String name(Use removal) {
    MethodRef method = removal.site().method();
    return code.body(method).map(body -> body.flow().source().name()).orElse(method.name());
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Fault fault) {
    String throwing =
        code.body(fault.thrown().method())
            .map(body -> ((Step.Call) body.step(fault.thrown().node())).callee().name())
            .orElse("");
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps the entry added here when `"
            + throwing
            + "()` throws: only `"
            + fault.removes()
            + "()` removes it, when all went well";
    PathStep declared = new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "lives on");
    return new Draft(
        "pending-entry-outlives-timeout",
        Confidence.MEDIUM,
        fault.added().site(),
        message,
        "Remove the entry in a finally block, or where the failure is caught",
        places.way(declared, PathStep.Kind.EXIT, fault.thrown(), "may throw"));
  }
}
