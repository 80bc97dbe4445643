package io.github.leakcheck.check.growth.answers;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
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
 * Finds handles of scheduled work that leave their collection only when the work is cancelled: the
 * task itself, once it has run, takes nothing out.
 */
public final class Handles {
  private static final Pattern BEGINS =
      Pattern.compile(
          "(schedule|submit|newTimeout|setTimer|runAsync|delay|runLater)(Once|Direct)?");

  private final Code code;
  private final Origins origins;
  private final Places places;
  private final Reaches reaches;
  private final OneByOne oneByOne;
  private final Shared shared;

  private Handles(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.places = new Places(world);
    this.reaches = new Reaches(code);
    this.oneByOne = new OneByOne(code);
    this.shared = Shared.of(code);
  }

  /** The judge of this analysis. */
  public static Handles of(World world) {
    return world.once(Handles.class, Handles::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    return shared.isBrief(owner)
        ? Optional.empty()
        : oneByOne.first(
            owner,
            field,
            (added, removals) ->
                staysAfterRun(added, removals)
                    ? Optional.of(draft(owner, field, added, removals.get(0)))
                    : Optional.empty());
  }

  private boolean staysAfterRun(Use added, List<Use> removals) {
    Optional<Body> body = code.body(added.site().method());
    List<Integer> arguments = added.call().arguments();
    if (body.isEmpty() || arguments.isEmpty() || reaches.any(added.site().method(), removals)) {
      return false;
    }
    Set<Origin> value =
        origins.of(body.get(), added.site().node(), arguments.get(arguments.size() - 1));
    return value.size() == 1
        && value.iterator().next() instanceof Origin.Result begun
        && begun.body() == body.get()
        && BEGINS.matcher(begun.call().callee().name()).matches()
        && isSeen(begun)
        && removesNothing(begun, removals)
        && !removesWhenDone(body.get(), begun, removals);
  }

  /** Whether the task is written here: of one that callers give nothing is known. */
  private boolean isSeen(Origin.Result begun) {
    return origins
        .ofArguments(begun.body(), begun.node(), begun.call())
        .anyMatch(o -> o instanceof Origin.Function f && f.lambda().body() != null || isOwn(o));
  }

  private boolean isOwn(Origin origin) {
    return origin instanceof Origin.Fresh fresh && code.owns(fresh.type());
  }

  private boolean removesNothing(Origin.Result begun, List<Use> removals) {
    return origins
        .ofArguments(begun.body(), begun.node(), begun.call())
        .noneMatch(task -> reaches.from(task, removals));
  }

  /** {@code handle.addListener(done -> handles.remove(key))}. */
  private boolean removesWhenDone(Body body, Origin.Result begun, List<Use> removals) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && call.receiver() != Step.NONE
          && origins.of(body, node.id(), call.receiver()).contains(begun)
          && origins
              .ofArguments(body, node.id(), call)
              .anyMatch(given -> reaches.from(given, removals))) {
        return true;
      }
    }
    return false;
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use added, Use removal) {
    MethodRef method = removal.site().method();
    String removes =
        code.body(method).map(body -> body.flow().source().name()).orElse(method.name());
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps the handle of each task, also when the task has run: only `"
            + removes
            + "()` removes one";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "handles of tasks");
    return new Draft(
        "shared-cache-only-grows",
        Confidence.MEDIUM,
        added.site(),
        message,
        "Let the task remove its handle when it has run",
        List.of(declared));
  }
}
