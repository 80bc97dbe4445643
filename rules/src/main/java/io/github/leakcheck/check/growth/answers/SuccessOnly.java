package io.github.leakcheck.check.growth.answers;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
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
import java.util.stream.Stream;

/**
 * Finds entries that are taken out when a future completes, by a stage that its failure skips: the
 * contract of {@code CompletionStage} says that {@code thenRun} and its like are not run then.
 */
public final class SuccessOnly {
  private static final Set<String> FUTURES =
      Set.of("java.util.concurrent.CompletableFuture", "java.util.concurrent.CompletionStage");

  private static final Pattern SKIPPED = Pattern.compile("then(Run|Accept|Apply|Compose)(Async)?");

  private final Code code;
  private final Origins origins;
  private final Places places;
  private final Reaches reaches;
  private final OneByOne oneByOne;

  private SuccessOnly(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.places = new Places(world);
    this.reaches = new Reaches(code);
    this.oneByOne = new OneByOne(code);
  }

  /** The judge of this analysis. */
  public static SuccessOnly of(World world) {
    return world.once(SuccessOnly.class, SuccessOnly::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    return oneByOne.first(owner, field, (added, removals) -> draft(owner, field, added, removals));
  }

  private Optional<Draft> draft(TypeFacts owner, FieldFacts field, Use added, List<Use> removals) {
    return code.body(added.site().method())
        .flatMap(body -> stage(body, removals).map(at -> draft(owner, field, added, body, at)));
  }

  /** The call that has the entry removed on success, if all removals are left to it. */
  private Optional<Integer> stage(Body body, List<Use> removals) {
    return body.nodes().stream()
        .filter(node -> isSkipped(node) && functions(body, node).anyMatch(f -> all(f, removals)))
        .map(Node::id)
        .findFirst();
  }

  private static boolean isSkipped(Node node) {
    return node.step() instanceof Step.Call call
        && FUTURES.contains(call.callee().owner())
        && SKIPPED.matcher(call.callee().name()).matches();
  }

  private Stream<Origin> functions(Body body, Node node) {
    return origins
        .ofArguments(body, node.id(), (Step.Call) node.step())
        .filter(Origin.Function.class::isInstance);
  }

  /** Whether the function does each of the removals, and nobody else any. */
  private boolean all(Origin function, List<Use> removals) {
    return removals.stream()
        .allMatch(
            use ->
                reaches.from(function, List.of(use))
                    && code.callers(use.site().method()).size() <= 1);
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use added, Body body, int stage) {
    Step.Call call = (Step.Call) body.step(stage);
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps the entry if the future fails: `"
            + call.callee().name()
            + "()`, which takes it out, is run on success only";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "entries wait for answers");
    return new Draft(
        "pending-entry-outlives-timeout",
        Confidence.MEDIUM,
        added.site(),
        message,
        "Remove the entry in `whenComplete`, which a failure runs, too",
        places.way(declared, PathStep.Kind.EXIT, body.site(stage), "skipped when it fails"));
  }
}
