package io.github.leakcheck.check.undo.tasks;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds futures that come only with the end of their owner, to which each piece of work adds a step
 * of its own: a future has no method to take a step back.
 */
public final class EndFutures {
  private static final Set<String> TYPES =
      Set.of("java.util.concurrent.CompletableFuture", "java.util.concurrent.CompletionStage");
  private static final Pattern STEPS =
      Pattern.compile("(then(Run|Accept|Apply|Compose)|whenComplete|handle|exceptionally)(Async)?");
  private static final Pattern COMPLETES =
      Pattern.compile("(complete|completeExceptionally|completeAsync|cancel)");

  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Starts starts;
  private final Places places;

  public EndFutures(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.starts = Starts.of(code);
    this.places = new Places(world);
  }

  /** What is wrong with the use of one field, empty if nothing is. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!TYPES.contains(field.type())) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = fieldUses.of(key);
    List<Use> completions = uses.stream().filter(use -> isCalled(use, COMPLETES)).toList();
    boolean endsOnly = !completions.isEmpty() && completions.stream().allMatch(this::isAtEnd);
    boolean shown =
        uses.stream()
            .anyMatch(
                use ->
                    use.kind() == Use.Kind.PASSED
                        || use.kind() == Use.Kind.WRITTEN && !isMade(use));
    return !endsOnly || shown
        ? Optional.empty()
        : uses.stream()
            .filter(use -> isCalled(use, STEPS) && keeps(use))
            .findFirst()
            .map(use -> draft(key, use, completions.get(0)));
  }

  private static boolean isCalled(Use use, Pattern names) {
    return use.kind() == Use.Kind.CALLED && names.matcher(use.call().callee().name()).matches();
  }

  private boolean isAtEnd(Use completion) {
    return code.body(completion.site().method())
        .filter(body -> Lifecycle.ends(body.flow()))
        .isPresent();
  }

  /** Where a constructor or initializer puts the only one there is. */
  private static boolean isMade(Use use) {
    return use.site().method().name().startsWith("<");
  }

  /** Whether each call adds one more step, which holds something of its own. */
  private boolean keeps(Use use) {
    Optional<Body> body = code.body(use.site().method());
    return body.isPresent()
        && !Lifecycle.ends(body.get().flow())
        && starts.onlyAtStart(body.get(), use.site().node()) == Starts.Answer.NO
        && !starts.oncePerObject(body.get(), use.site().node())
        && origins.of(body.get(), use.site().node(), use.call().arguments().get(0)).stream()
            .anyMatch(this::holdsOther);
  }

  private boolean holdsOther(Origin step) {
    return step instanceof Origin.Function function
        && origins.ofCaptured(function).anyMatch(o -> o instanceof Origin.Fresh || o.isGiven());
  }

  private Draft draft(FieldKey key, Use use, Use completion) {
    String end = "`" + completion.site().method().name() + "()`";
    String message =
        "`"
            + use.site().method().name()
            + "()` adds a step to `"
            + key.shortName()
            + "` at each call, and the future keeps them, with all they hold, until "
            + end
            + " completes it";
    return new Draft(
        "listener-never-removed",
        Confidence.MEDIUM,
        use.site(),
        message,
        "Keep what must end in a set, take it out where it ends before, and end the rest at the end",
        List.of(completes(completion)));
  }

  private PathStep completes(Use completion) {
    Body body = code.body(completion.site().method()).orElseThrow();
    return new PathStep(
        PathStep.Kind.EXIT, places.of(body, completion.site().node()), "completes it");
  }
}
