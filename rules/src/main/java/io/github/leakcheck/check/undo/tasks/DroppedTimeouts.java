package io.github.leakcheck.check.undo.tasks;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges timeouts of single operations: the task that would give up on a future holds it until the
 * time is over, also where the answer came at once, since nobody has a handle to cancel the task.
 */
public final class DroppedTimeouts {
  static final String RULE = "scheduled-task-never-cancelled";
  private static final Set<String> GIVES_UP =
      Set.of("cancel", "completeExceptionally", "setException", "setFailure", "tryFailure", "fail");
  private static final Set<String> ANSWERS =
      Set.of("complete", "set", "setSuccess", "trySuccess", "run", "call", "execute", "submit");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Places places;

  public DroppedTimeouts(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.places = new Places(world);
  }

  /** Timeouts in the class that nothing cancels. */
  public List<Draft> judge(TypeFacts type) {
    List<Draft> found = new ArrayList<>();
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Call call
            && call.result() == Step.NONE
            && isSchedule(world, call)
            && !isSoon(origins, body, node.id(), call)
            && Starts.of(code).onlyAtStart(body.method()) == Starts.Answer.NO) {
          task(body, node.id(), call)
              .flatMap(task -> givenUp(task, body))
              .map(future -> draft(body, node.id(), future))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** Whether the call has something done once, after a time. */
  static boolean isSchedule(World world, Step.Call call) {
    String owner = call.callee().owner();
    return call.callee().name().equals("schedule")
        && call.arguments().size() == 3
        && world.types().isSubtype(owner, "java.util.concurrent.ScheduledExecutorService");
  }

  /** A fixed time is mostly short; where it is not, it is still the same for all. */
  static boolean isSoon(Origins origins, Body body, int node, Step.Call schedule) {
    return origins.of(body, node, schedule.arguments().get(1)).stream()
        .anyMatch(
            o ->
                o instanceof Origin.Constant
                    || o instanceof Origin.OfField field && field.field().isStatic());
  }

  private Optional<Origin.Function> task(Body body, int node, Step.Call call) {
    return origins.of(body, node, call.arguments().get(0)).stream()
        .filter(o -> o instanceof Origin.Function)
        .map(o -> (Origin.Function) o)
        .filter(function -> function.lambda().body() != null)
        .findFirst();
  }

  /** The type of the future of the scheduling method on which the task would give up. */
  private Optional<String> givenUp(Origin.Function task, Body maker) {
    if (task.lambda().reference()) {
      return givesUp(task.lambda().body())
          ? Optional.of(task.lambda().body().owner())
          : Optional.empty();
    }
    Optional<Body> body = code.body(task.lambda().body()).filter(b -> !mayAnswer(b));
    for (Node node : body.map(Body::nodes).orElse(List.of())) {
      if (node.step() instanceof Step.Call call
          && givesUp(call.callee())
          && origins.of(body.get(), node.id(), call.receiver()).stream()
              .anyMatch(o -> o.body() == maker && isOfOperation(o))) {
        return Optional.of(call.callee().owner());
      }
    }
    return Optional.empty();
  }

  /** Whether the task does the work itself, and gives up only where that fails. */
  private static boolean mayAnswer(Body task) {
    return task.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call && ANSWERS.contains(call.callee().name()));
  }

  private boolean givesUp(MethodRef callee) {
    String type = Names.simple(callee.owner());
    return GIVES_UP.contains(callee.name())
        && (type.endsWith("Future")
            || type.endsWith("Promise")
            || world.types().isSubtype(callee.owner(), "java.util.concurrent.Future"));
  }

  /** Whether there is one for each call: made, returned or given, not kept in a field. */
  private static boolean isOfOperation(Origin future) {
    return future instanceof Origin.Fresh || future instanceof Origin.Result || future.isGiven();
  }

  private Draft draft(Body body, int node, String future) {
    return new Draft(
        RULE,
        Confidence.MEDIUM,
        body.site(node),
        "The timeout of each call of `"
            + body.flow().source().name()
            + "()` keeps its `"
            + Names.simple(future)
            + "` until the time is over, also when the answer has come",
        "Keep the `ScheduledFuture` and cancel it when the answer comes",
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, places.of(body, node), "scheduled, not kept")));
  }
}
