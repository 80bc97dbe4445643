package io.github.leakcheck.check.undo.tasks;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Captures;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
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

/**
 * Judges objects whose own periodic task keeps them reachable, and that only {@code finalize()}
 * would end: it never runs.
 */
public final class Finalizers {
  private static final String RULE = "scheduled-task-never-cancelled";
  private static final Set<String> PERIODIC =
      Set.of("scheduleAtFixedRate", "scheduleWithFixedDelay");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Captures captures;
  private final Places places;

  public Finalizers(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.captures = new Captures(code);
    this.places = new Places(world);
  }

  /** The task that holds an object of the class for good; empty if there is none. */
  public Optional<Draft> judge(TypeFacts type) {
    Optional<Body> last =
        code.bodies(type.name()).stream()
            .filter(body -> body.method().name().equals("finalize"))
            .filter(body -> body.flow().parameters().size() == 1)
            .findFirst();
    return last.filter(body -> endsAlone(type, body)).flatMap(body -> task(type, body));
  }

  /** Whether a thread, timer or task in a field is ended by the finalizer and by nothing else. */
  private boolean endsAlone(TypeFacts type, Body last) {
    boolean ends = false;
    for (FieldFacts field : type.fields()) {
      if (isThreaded(field.type())) {
        for (Use use : FieldUses.of(world).of(new FieldKey(type.name(), field.name()))) {
          if (use.kind() == Use.Kind.CALLED && Verbs.isEnding(use.call().callee().name())) {
            if (!use.site().method().equals(last.method())) {
              return false;
            }
            ends = true;
          }
        }
      }
    }
    return ends;
  }

  private boolean isThreaded(String type) {
    return world.types().isSubtype(type, "java.util.concurrent.ExecutorService")
        || world.types().isSubtype(type, "java.util.concurrent.Future")
        || world.types().isSubtype(type, "java.util.Timer");
  }

  private Optional<Draft> task(TypeFacts type, Body last) {
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Call call
            && isPeriodic(call)
            && origins.of(body, node.id(), call.arguments().get(0)).stream()
                .anyMatch(this::holdsThis)) {
          return Optional.of(draft(body, node.id(), last));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isPeriodic(Step.Call call) {
    return PERIODIC.contains(call.callee().name()) && !call.arguments().isEmpty();
  }

  private boolean holdsThis(Origin task) {
    return task.isThis()
        || task instanceof Origin.Function function && captures.holdsThis(function)
        || task instanceof Origin.Fresh fresh && captures.holdsThis(fresh);
  }

  private Draft draft(Body body, int node, Body last) {
    return new Draft(
        RULE,
        Confidence.MEDIUM,
        body.site(node),
        "The periodic task holds this object, so that `finalize()`, which alone would end it, never"
            + " runs",
        "Write a `close()` that ends it, or give the task a weak reference to this object",
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, places.of(body, node), "scheduled here"),
            new PathStep(PathStep.Kind.EXIT, places.of(last, 0), "never runs")));
  }
}
