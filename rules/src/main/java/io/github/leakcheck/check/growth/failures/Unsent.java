package io.github.leakcheck.check.growth.failures;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds entries for work that then is not begun: what takes the entry out is a function given to
 * the call that begins it, and another way through the method leads past that call.
 */
public final class Unsent {
  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final OneByOne oneByOne;
  private final Reaches reaches;
  private final Shared shared;
  private final Places places;

  private Unsent(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.oneByOne = new OneByOne(code);
    this.reaches = new Reaches(code);
    this.shared = Shared.of(code);
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static Unsent of(World world) {
    return world.once(Unsent.class, Unsent::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!shared.mayLast(owner, field)) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    List<Use> removals = oneByOne.of(uses);
    return removals.isEmpty()
        ? Optional.empty()
        : uses.stream()
            .filter(use -> use.adds() && use.reach() == Use.Reach.ITSELF)
            .filter(use -> !use.call().arguments().isEmpty())
            .flatMap(add -> passed(add, removals).map(p -> draft(owner, field, add, p)).stream())
            .findFirst();
  }

  /** The call that begins the work, if a way behind the addition leads past it. */
  private Optional<Site> passed(Use add, List<Use> removals) {
    Body body = code.body(add.site().method()).orElse(null);
    if (body == null || asks(body, add.site().node()) || isUndone(body, removals)) {
      return Optional.empty();
    }
    List<Integer> begins =
        body.nodes().stream()
            .filter(node -> isGivenRemoval(body, node, removals))
            .map(Node::id)
            .toList();
    return begins.size() == 1 && isPassed(body, add, begins.get(0), removals)
        ? Optional.of(body.site(begins.get(0)))
        : Optional.empty();
  }

  /** {@code if (active.add(job)) ..}: what was there before is none of this call's. */
  private boolean asks(Body body, int added) {
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Test)
        .flatMap(node -> origins.of(body, node.id(), ((Step.Test) node.step()).left()).stream())
        .anyMatch(o -> o.isMadeAt(body, added));
  }

  /** A function that knows of nothing cannot know which entry to take out, as a sweep need not. */
  private boolean isGivenRemoval(Body body, Node node, List<Use> removals) {
    return node.step() instanceof Step.Call call
        && origins
            .ofArguments(body, node.id(), call)
            .anyMatch(
                o ->
                    o instanceof Origin.Function function
                        && !function.lambda().captured().isEmpty()
                        && reaches.from(o, removals));
  }

  /** Whether some caller takes it out itself. */
  private boolean isUndone(Body body, List<Use> removals) {
    return code.callers(body.method()).stream()
        .flatMap(site -> code.body(site.method()).stream())
        .anyMatch(
            caller ->
                caller.nodes().stream()
                    .anyMatch(node -> removes(caller, node, removals) && !isCallOf(node, body)));
  }

  private boolean isCallOf(Node node, Body body) {
    return node.step() instanceof Step.Call call
        && code.target(call).filter(to -> to.method().equals(body.method())).isPresent();
  }

  private boolean removes(Body body, Node node, List<Use> removals) {
    Site site = body.site(node.id());
    return removals.stream().anyMatch(use -> use.site().equals(site))
        || node.step() instanceof Step.Call call
            && code.target(call).filter(to -> reaches.any(to.method(), removals)).isPresent();
  }

  private boolean isPassed(Body body, Use add, int begin, List<Use> removals) {
    int added = add.site().node();
    List<Integer> behind = body.flow().node(added).next();
    if (!Reachability.leads(body.flow(), behind, n -> n == begin, n -> n == added)) {
      return false;
    }
    Set<Origin> entry = entry(body, add);
    Set<Integer> renews = new HashSet<>(Set.of(added));
    entry.forEach(origin -> renews.addAll(made(origin, body)));
    IntPredicate closed =
        n -> n == begin || renews.contains(n) || removes(body, body.flow().node(n), removals);
    Set<Integer> lost = new HashSet<>();
    Reachability.leads(body.flow(), behind, n -> isLost(body, n, begin, added, lost), closed);
    lost.removeAll(renews);
    return lost.stream().anyMatch(n -> isOver(body, n, renews))
        && lost.stream().noneMatch(n -> isUsed(body, n, entry));
  }

  /** Where the value is made: behind that step it is another one. */
  private static List<Integer> made(Origin origin, Body body) {
    if (origin.body() != body) {
      return List.of();
    } else if (origin instanceof Origin.Result result) {
      return List.of(result.node());
    }
    return origin instanceof Origin.Fresh fresh ? List.of(fresh.node()) : List.of();
  }

  /** Collects the steps from which no way leads to the call any more, unless by a new addition. */
  private static boolean isLost(Body body, int node, int begin, int added, Set<Integer> lost) {
    if (node != added
        && node != begin
        && !Reachability.leads(body.flow(), List.of(node), n -> n == begin, n -> n == added)) {
      lost.add(node);
    }
    return false;
  }

  private static boolean isOver(Body body, int node, Set<Integer> renews) {
    return body.step(node) instanceof Step.Return
        || body.flow().node(node).next().stream().anyMatch(renews::contains);
  }

  private Set<Origin> entry(Body body, Use add) {
    Set<Origin> found = new HashSet<>();
    for (int argument : add.call().arguments()) {
      found.addAll(origins.of(body, add.site().node(), argument));
    }
    return found;
  }

  /** Whether the step does anything else with what was added: it may well be ended otherwise. */
  private boolean isUsed(Body body, int node, Set<Origin> entry) {
    Step step = body.step(node);
    boolean moves = step instanceof Step.Copy || step instanceof Step.Cast;
    return !moves
        && StepUses.used(step).stream()
            .flatMap(register -> origins.of(body, node, register).stream())
            .anyMatch(entry::contains);
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, Site begin) {
    String name =
        code.body(begin.method())
            .map(body -> ((Step.Call) body.step(begin.node())).callee().name())
            .orElse("");
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps the entry added here when `"
            + name
            + "()` is not reached: only what that is given takes it out";
    PathStep declared = new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "lives on");
    return new Draft(
        "pending-entry-outlives-timeout",
        Confidence.MEDIUM,
        add.site(),
        message,
        "Remove the entry on the other way as well, or add it right before `" + name + "()`",
        places.way(declared, PathStep.Kind.EXIT, begin, "not on every way"));
  }
}
