package io.github.leakcheck.check.undo.tasks;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Role;
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
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges tasks that repeat in an executor that others share, for what a call was given or for an
 * object that comes and goes: without the handle, which is dropped, nobody can ever cancel them.
 */
public final class DroppedRepeats {
  private static final String RULE = "scheduled-task-never-cancelled";
  private static final Pattern STARTS =
      Pattern.compile(
          "(init|start|open|setUp|setup|configure|activate|run|main|doStart|onStart|launch|schedule"
              + "|afterPropertiesSet|set|with)(\\p{Upper}.*)?");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final BriefObjects brief;

  public DroppedRepeats(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.brief = new BriefObjects(code);
  }

  /** Repeating tasks in the class that nothing can cancel. */
  public List<Draft> judge(TypeFacts type) {
    List<Draft> found = new ArrayList<>();
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Call call && isDropped(body, node, call)) {
          if (isLost(body, node, call)) {
            found.add(draft(body, node.id(), call));
          } else if (brief.holds(type, body, node.id(), call)) {
            found.add(draftOfObject(type, body, node.id(), call));
          }
        }
      }
    }
    return found;
  }

  /** An ordinary method, which may run for one caller after the other. */
  private boolean isCalledAgain(Body body) {
    String name = body.flow().source().name();
    return !name.startsWith("<")
        && !STARTS.matcher(name).matches()
        && !Lifecycle.ends(body.flow())
        && Starts.of(code).onlyAtStart(body.method()) == Starts.Answer.NO;
  }

  /** Repeats until it is cancelled, and nobody gets the handle. */
  private boolean isDropped(Body body, Node node, Step.Call call) {
    return call.result() == Step.NONE
        && !call.arguments().isEmpty()
        && isRepeating(call)
        && tasks(body, node, call).stream().noneMatch(this::endsItself);
  }

  private Set<Origin> tasks(Body body, Node node, Step.Call call) {
    return origins.of(body, node.id(), call.arguments().get(0));
  }

  private boolean isLost(Body body, Node node, Step.Call call) {
    return isCalledAgain(body)
        && !Starts.of(code).oncePerObject(body, node.id())
        && isShared(body, node, call)
        && tasks(body, node, call).stream().allMatch(task -> isOfCall(body, task));
  }

  private boolean isRepeating(Step.Call call) {
    Optional<Api> line = world.catalog().match(Role.DOES, call.callee(), world.types());
    return line.filter(l -> l.rule().equals(RULE) && l.confidence() != Confidence.LOW).isPresent()
        && world.types().isSubtype(call.callee().result(), "java.util.concurrent.Future");
  }

  /** Kept by the object or somebody else, and not ended by the object. */
  private boolean isShared(Body body, Node node, Step.Call call) {
    return origins.of(body, node.id(), call.receiver()).stream()
        .allMatch(
            o ->
                o instanceof Origin.OfField field && !isEnded(code.key(field.field()))
                    || o.isGiven() && !body.flow().isStatic());
  }

  private boolean isEnded(FieldKey field) {
    return fieldUses.of(field).stream()
        .anyMatch(
            use -> use.kind() == Use.Kind.CALLED && Verbs.isEnding(use.call().callee().name()));
  }

  /** Whether the task holds what this very call was given. */
  private boolean isOfCall(Body body, Origin task) {
    if (task instanceof Origin.Function function) {
      return origins.ofCaptured(function).anyMatch(o -> isGiven(body, o));
    }
    return task instanceof Origin.Fresh fresh
        && origins
            .constructor(fresh)
            .filter(
                node ->
                    origins
                        .ofArguments(fresh.body(), node, (Step.Call) fresh.body().step(node))
                        .anyMatch(o -> isGiven(body, o)))
            .isPresent();
  }

  /** An object of a class whose objects come and go. */
  private boolean isGiven(Body body, Origin value) {
    if (!(value instanceof Origin.OfParameter parameter)
        || parameter.isThis()
        || parameter.body() != body) {
      return false;
    }
    List<String> types = body.method().parameters();
    int position = parameter.position();
    return types != null
        && position >= 0
        && position < types.size()
        && types.get(position).indexOf('.') > 0
        && !types.get(position).startsWith("java.")
        && world.program().type(types.get(position)).flatMap(Anchors.of(code)::of).isEmpty();
  }

  /** Whether the task may throw, after which it is not run again, or is not in sight. */
  private boolean endsItself(Origin task) {
    Optional<Body> body = run(task).flatMap(code::body);
    return body.isEmpty()
        || body.get().nodes().stream()
            .anyMatch(node -> node.step() instanceof Step.Throw && node.handlers().isEmpty());
  }

  private static Optional<MethodRef> run(Origin task) {
    if (task instanceof Origin.Function function) {
      return Optional.ofNullable(function.lambda().body());
    } else if (task instanceof Origin.Fresh fresh) {
      return Optional.of(run(fresh.type()));
    }
    return task instanceof Origin.OfParameter p && p.isThis()
        ? Optional.of(run(p.body().method().owner()))
        : Optional.empty();
  }

  private static MethodRef run(String type) {
    return new MethodRef(type, "run", List.of(), "void");
  }

  private Draft draftOfObject(TypeFacts type, Body body, int node, Step.Call call) {
    String end = "`" + brief.end(type).orElseThrow() + "()`";
    return new Draft(
        RULE,
        Confidence.MEDIUM,
        body.site(node),
        "Each `"
            + Names.simple(type.name())
            + "` gives a task that repeats to `"
            + call.callee().name()
            + "()`, and "
            + end
            + " has no handle to cancel it",
        "Keep what `" + call.callee().name() + "()` returns, and cancel it in " + end,
        List.of());
  }

  private static Draft draft(Body body, int node, Step.Call call) {
    return new Draft(
        RULE,
        Confidence.MEDIUM,
        body.site(node),
        "Each call of `"
            + body.flow().source().name()
            + "()` gives a task that repeats to `"
            + call.callee().name()
            + "()`, and nobody has the handle to cancel it",
        "Keep what `" + call.callee().name() + "()` returns, and cancel it when the work is over",
        List.of());
  }
}
