package io.github.leakcheck.check.growth.answers;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds collections of pending answers that a timeout leaves behind: a task for later ends the
 * answer that was added, but only its arrival removes the entry.
 */
public final class Timeouts {
  private static final Pattern LATER =
      Pattern.compile("(schedule|newTimeout|delay|setTimer|startTimer|runLater)(\\p{Upper}.*)?");
  private static final Pattern ENDS =
      Pattern.compile(
          "(complete|completeExceptionally|fail|tryFail|setFailure|tryFailure|setException|cancel|onError|onFailure)");

  /** How many calls up a value is followed. */
  private static final int HELPERS = 3;

  private static final Set<String> ADDS = Set.of("put", "putIfAbsent", "add", "offer");

  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final Places places;
  private final Reaches reaches;
  private final OneByOne oneByOne;
  private final Limits limits;

  private Timeouts(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.effects = Effects.of(world);
    this.places = new Places(world);
    this.reaches = new Reaches(code);
    this.oneByOne = new OneByOne(code);
    this.limits = new Limits(code, reaches);
  }

  /** The judge of this analysis. */
  public static Timeouts of(World world) {
    return world.once(Timeouts.class, Timeouts::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    return oneByOne.first(owner, field, (added, removals) -> draft(owner, field, added, removals));
  }

  private Optional<Draft> draft(TypeFacts owner, FieldFacts field, Use added, List<Use> removals) {
    Optional<Body> body = code.body(added.site().method());
    List<Integer> arguments = added.call().arguments();
    if (body.isEmpty() || arguments.isEmpty() || !ADDS.contains(added.call().callee().name())) {
      return Optional.empty();
    }
    Set<Origin> value =
        origins.of(body.get(), added.site().node(), arguments.get(arguments.size() - 1));
    if (value.isEmpty() || removesWhenDone(body.get(), value, removals)) {
      return Optional.empty();
    }
    return ownHandle(body.get(), added, value, removals)
        .map(at -> body.get().site(at))
        .or(() -> timeout(body.get(), value, removals, HELPERS))
        .or(() -> limits.of(body.get(), value, removals))
        .map(at -> draft(owner, field, added, at));
  }

  /** {@code answer.whenComplete((a, e) -> pending.remove(id))}: runs at a timeout, too. */
  private boolean removesWhenDone(Body body, Set<Origin> value, List<Use> removals) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && origins.isAny(body, node.id(), call.receiver(), value)
          && origins
              .ofArguments(body, node.id(), call)
              .anyMatch(given -> reaches.from(given, removals))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The call that is given a task which ends the value and removes nothing, in the method that adds
   * it or in one that got the value from there or gave it.
   */
  private Optional<Site> timeout(Body body, Set<Origin> value, List<Use> removals, int depth) {
    Optional<Site> here = timeout(body, value, removals).map(body::site);
    if (here.isPresent() || depth == 0 || body.flow().isLambdaBody()) {
      return here;
    }
    for (Site site : code.callers(body.method())) {
      Body caller = code.body(site.method()).orElse(null);
      Set<Origin> same = caller == null ? Set.of() : seenByCaller(caller, site.node(), body, value);
      if (!same.isEmpty() && !removesWhenDone(caller, same, removals)) {
        Optional<Site> there = timeout(caller, same, removals, depth - 1);
        if (there.isPresent()) {
          return there;
        }
      }
    }
    return Optional.empty();
  }

  /** The value as the caller has it: what it gives for a parameter, or gets back. */
  private Set<Origin> seenByCaller(Body caller, int node, Body body, Set<Origin> value) {
    if (!(caller.step(node) instanceof Step.Call call)) {
      return Set.of();
    }
    Set<Origin> same = new HashSet<>();
    for (Origin origin : value) {
      if (origin instanceof Origin.OfParameter given
          && given.body() == body
          && given.position() >= 0
          && given.position() < call.arguments().size()) {
        same.addAll(origins.of(caller, node, call.arguments().get(given.position())));
      }
    }
    boolean returned =
        body.nodes().stream()
            .anyMatch(
                end ->
                    end.step() instanceof Step.Return back
                        && origins.isAny(body, end.id(), back.value(), value));
    if (returned) {
      same.add(new Origin.Result(caller, node, call));
    }
    return same;
  }

  /** The call that is given a task which ends the value and removes nothing. */
  private Optional<Integer> timeout(Body body, Set<Origin> value, List<Use> removals) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call && LATER.matcher(call.callee().name()).matches()) {
        for (int argument : call.arguments()) {
          for (Origin given : origins.of(body, node.id(), argument)) {
            if (ends(given, value) && !reaches.from(given, removals)) {
              return Optional.of(node.id());
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * {@code timers.put(request, timer.newTimeout(t -> pending.remove(request), ..))}: the timeout
   * takes its request out of another collection and leaves its own handle.
   */
  private Optional<Integer> ownHandle(Body body, Use added, Set<Origin> value, List<Use> removals) {
    if (added.call().arguments().size() != 2) {
      return Optional.empty();
    }
    Set<Origin> key = origins.of(body, added.site().node(), added.call().arguments().get(0));
    for (Origin handle : value) {
      if (handle instanceof Origin.Result begun
          && begun.body() == body
          && LATER.matcher(begun.call().callee().name()).matches()
          && origins
              .ofArguments(body, begun.node(), begun.call())
              .anyMatch(task -> removesElsewhere(task, key) && !reaches.from(task, removals))) {
        return Optional.of(begun.node());
      }
    }
    return Optional.empty();
  }

  /** Whether the task takes the key out of some collection. */
  private boolean removesElsewhere(Origin task, Set<Origin> key) {
    return task instanceof Origin.Function function
        && function.lambda().body() != null
        && code.body(function.lambda().body()).stream()
            .anyMatch(
                body ->
                    body.nodes().stream()
                        .anyMatch(
                            node ->
                                node.step() instanceof Step.Call call
                                    && effects.of(call.callee()).kind() == Effect.Kind.REMOVES
                                    && call.arguments().stream()
                                        .anyMatch(a -> origins.isAny(body, node.id(), a, key))));
  }

  /** Whether the function ends what was added. */
  private boolean ends(Origin given, Set<Origin> value) {
    if (!(given instanceof Origin.Function function) || function.lambda().body() == null) {
      return false;
    }
    Optional<Body> task = code.body(function.lambda().body());
    return task.isPresent()
        && task.get().nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && ENDS.matcher(call.callee().name()).matches()
                        && origins.isAny(task.get(), node.id(), call.receiver(), value));
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use added, Site timeout) {
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` gets an entry that only its answer removes: the timeout ends the wait, and the"
            + " entry stays";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "entries wait for answers");
    return new Draft(
        "pending-entry-outlives-timeout",
        Confidence.MEDIUM,
        added.site(),
        message,
        "Remove the entry where the timeout ends it",
        places.way(declared, PathStep.Kind.EXIT, timeout, "ends it without removing it"));
  }
}
