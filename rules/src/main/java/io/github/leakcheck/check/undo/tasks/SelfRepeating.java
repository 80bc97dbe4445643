package io.github.leakcheck.check.undo.tasks;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges tasks that put themselves back into an executor of somebody else each time they have run:
 * where they look at no field that says that their object has ended, they keep it for good.
 */
public final class SelfRepeating {
  private static final String RULE = "scheduled-task-never-cancelled";
  private static final String EXECUTOR = "java.util.concurrent.ScheduledExecutorService";
  private static final int CALLS = 3;

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Lifecycle lifecycle;
  private final Places places;

  public SelfRepeating(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.lifecycle = Lifecycle.of(code);
    this.places = new Places(world);
  }

  /** Tasks that methods of the class schedule again and again, and that nothing can cancel. */
  public List<Draft> judge(TypeFacts type) {
    List<Draft> found = new ArrayList<>();
    Optional<Body> ending = ending(type);
    if (ending.isEmpty()) {
      return found;
    }
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (found.isEmpty()
            && node.step() instanceof Step.Call call
            && isDropped(call)
            && isOthers(body, node, call)
            && isEndless(body, node, call)) {
          found.add(draft(body, node.id(), call, ending.get()));
        }
      }
    }
    return found;
  }

  /** The method that ends the object, or the one around it, unless it lives for good. */
  private Optional<Body> ending(TypeFacts type) {
    for (String name = type.name(); !name.isEmpty(); name = outer(name)) {
      Optional<TypeFacts> facts = world.program().type(name);
      if (facts.isPresent() && Anchors.of(code).of(facts.get()).isPresent()) {
        return Optional.empty();
      }
      Optional<Body> ending = lifecycle.endings(name).stream().findFirst();
      if (ending.isPresent()) {
        return ending;
      }
    }
    return Optional.empty();
  }

  private String outer(String name) {
    return world.program().type(name).map(TypeFacts::outer).orElse("");
  }

  private boolean isDropped(Step.Call call) {
    return call.result() == Step.NONE
        && call.callee().name().equals("schedule")
        && call.arguments().size() == 3
        && world.types().isSubtype(call.callee().owner(), EXECUTOR);
  }

  /** Whether the executor was given to the object, which does not end it. */
  private boolean isOthers(Body body, Node node, Step.Call call) {
    Set<Origin> executors = origins.of(body, node.id(), call.receiver());
    return !executors.isEmpty()
        && executors.stream()
            .allMatch(o -> o instanceof Origin.OfField f && isGiven(code.key(f.field())));
  }

  private boolean isGiven(FieldKey field) {
    return code.stores(field).stream()
            .flatMap(store -> origins.stored(store).stream())
            .allMatch(SelfRepeating::isFromElsewhere)
        && FieldUses.of(world).of(field).stream().noneMatch(SelfRepeating::isEnding);
  }

  private static boolean isFromElsewhere(Origin value) {
    return value instanceof Origin.OfParameter || value instanceof Origin.OfField;
  }

  private static boolean isEnding(Use use) {
    return use.kind() == Use.Kind.CALLED && Verbs.isEnding(use.call().callee().name());
  }

  /** Whether what runs schedules itself, and asks no field whether it still should. */
  private boolean isEndless(Body body, Node node, Step.Call call) {
    return origins.of(body, node.id(), call.arguments().get(0)).stream()
        .flatMap(task -> runs(task).stream())
        .anyMatch(
            run -> {
              Set<Body> way = new HashSet<>();
              return leadsBack(run, body, way, CALLS)
                  && !mayStop(body)
                  && way.stream().noneMatch(this::mayStop);
            });
  }

  private Optional<Body> runs(Origin task) {
    if (task instanceof Origin.Function function && function.lambda().body() != null) {
      return code.body(function.lambda().body());
    }
    String type = "";
    if (task instanceof Origin.Fresh fresh) {
      type = fresh.type();
    } else if (task instanceof Origin.OfParameter self && self.isThis()) {
      type = self.body().method().owner();
    } else if (task instanceof Origin.OfField field) {
      type = field.field().type();
    }
    return code.owns(type)
        ? code.body(new MethodRef(type, "run", List.of(), "void"))
        : Optional.empty();
  }

  /** Whether the body runs the other, by calls within the class or as a task of its own. */
  private boolean leadsBack(Body from, Body to, Set<Body> way, int depth) {
    if (from == to) {
      return true;
    }
    if (depth == 0 || !way.add(from)) {
      return false;
    }
    for (Node node : from.nodes()) {
      Optional<Body> next = Optional.empty();
      if (node.step() instanceof Step.Call call) {
        next = isNear(call.callee(), to) ? code.target(call) : Optional.empty();
      } else if (node.step() instanceof Step.Lambda lambda && lambda.body() != null) {
        next = isNear(lambda.body(), to) ? code.body(lambda.body()) : Optional.empty();
      } else if (node.step() instanceof Step.LoadField load && code.owns(load.field().type())) {
        next = runs(new Origin.OfField(from, node.id(), load.field()));
      }
      if (next.filter(body -> leadsBack(body, to, way, depth - 1)).isPresent()) {
        return true;
      }
    }
    way.remove(from);
    return false;
  }

  private static boolean isNear(MethodRef method, Body other) {
    return Code.nestOf(method.owner()).equals(Code.nestOf(other.method().owner()));
  }

  /** Whether the body asks a field, or what some object says of itself, before it goes on. */
  private boolean mayStop(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Test test
                    && (test.comparison() == Step.Comparison.IS_TRUE
                        || test.comparison() == Step.Comparison.EQUAL
                        || test.comparison() == Step.Comparison.IS_NULL)
                    && origins.of(body, node.id(), test.left()).stream().anyMatch(this::isState));
  }

  private boolean isState(Origin asked) {
    return asked instanceof Origin.OfField
        || asked instanceof Origin.Result result
            && result.call().callee().result().equals("boolean");
  }

  private Draft draft(Body body, int node, Step.Call call, Body ending) {
    String end = "`" + ending.flow().source().name() + "()`";
    String owner = Names.simple(ending.method().owner());
    return new Draft(
        RULE,
        Confidence.MEDIUM,
        body.site(node),
        "`"
            + body.flow().source().name()
            + "()` has `"
            + call.callee().name()
            + "()` run the same task again and again, and "
            + end
            + " cannot cancel it: the executor keeps the `"
            + owner
            + "`",
        "Keep what `schedule()` returns and cancel it in "
            + end
            + ", or let the task look whether"
            + " its object has ended",
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, places.of(body, node), "scheduled, not kept"),
            new PathStep(PathStep.Kind.EXIT, places.of(ending, 0), "does not cancel it")));
  }
}
