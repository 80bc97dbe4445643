package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds methods that end all entries of a collection and leave them there, where another one takes
 * out the single entry that it ends: {@code cancel(key)} removes, {@code cancelAll()} does not.
 */
public final class AllEnded {
  /** What is only stopped may be started again. */
  private static final Set<String> ENDS =
      Set.of(
          "cancel",
          "close",
          "dispose",
          "destroy",
          "shutdown",
          "shutdownNow",
          "terminate",
          "release");

  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final FieldUses fieldUses;
  private final Capacities capacities;
  private final Reaches reaches;
  private final Shared shared;
  private final Places places;

  private AllEnded(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.effects = Effects.of(world);
    this.fieldUses = FieldUses.of(world);
    this.capacities = new Capacities(code);
    this.reaches = new Reaches(code);
    this.shared = Shared.of(code);
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static AllEnded of(World world) {
    return world.once(AllEnded.class, AllEnded::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!effects.isMap(field.type()) || shared.isBrief(owner)) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    Capacity capacity = capacities.ofField(uses);
    if (uses.stream().noneMatch(Use::adds)
        || capacity.kind().compareTo(Capacity.Kind.FIXED) <= 0
        || !shared.isOfThreads(owner, capacity)) {
      return Optional.empty();
    }
    return uses.stream()
        .filter(use -> isEnd(use) && isOneOfAll(use) && leaves(use, uses))
        .flatMap(
            all ->
                uses.stream()
                    .filter(one -> isEnd(one) && name(one).equals(name(all)) && isTakenOut(one))
                    .map(one -> draft(owner, field, all.site(), one.site())))
        .findFirst();
  }

  private static boolean isEnd(Use use) {
    return use.kind() == Use.Kind.CALLED
        && use.reach() == Use.Reach.ENTRY
        && ENDS.contains(name(use));
  }

  private static String name(Use use) {
    return use.call().callee().name();
  }

  /** Whether the entry is what a removal gave back. */
  private boolean isTakenOut(Use end) {
    return got(end).anyMatch(call -> effects.of(call.callee()).kind() == Effect.Kind.REMOVES);
  }

  /** Whether the entry is one after the other of the collection. */
  private boolean isOneOfAll(Use end) {
    return got(end).anyMatch(call -> call.callee().name().equals("next"));
  }

  private Stream<Step.Call> got(Use end) {
    return code.body(end.site().method()).stream()
        .flatMap(body -> origins.of(body, end.site().node(), end.call().receiver()).stream())
        .filter(Origin.Result.class::isInstance)
        .map(o -> ((Origin.Result) o).call());
  }

  /** Whether nothing in the method, or in what it ends, takes the entries out. */
  private boolean leaves(Use end, List<Use> uses) {
    MethodRef method = end.site().method();
    Optional<Body> body = code.body(method);
    List<Use> removals = uses.stream().filter(Use::removes).toList();
    boolean removes =
        uses.stream()
            .anyMatch(
                use ->
                    use.site().method().equals(method)
                        && (use.removes() || use.kind() == Use.Kind.WRITTEN));
    return body.isPresent()
        && !removes
        && !Lifecycle.ends(body.get().flow())
        && !reaches.any(method, removals)
        && code.target(end.call()).filter(b -> reaches.any(b.method(), removals)).isEmpty();
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Site all, Site one) {
    String message =
        "`"
            + all.method().name()
            + "()` ends all that `"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps and leaves it there, while `"
            + one.method().name()
            + "()` takes out the one that it ends";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "entries that end");
    return new Draft(
        "remove-method-never-removes",
        Confidence.MEDIUM,
        all,
        message,
        "Clear `" + field.name() + "` when all have ended",
        places.way(declared, PathStep.Kind.RELEASED, one, "takes a single one out"));
  }
}
