package io.github.leakcheck.check.undo.tasks;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges scheduled futures of the program's own: when cancelled, do they leave the queue or let go
 * of their task, or do they keep both until their time has come?
 */
public final class OwnFutures {
  private static final String RULE = "cancelled-task-stays-queued";
  private static final Set<String> TASKS =
      Set.of("java.lang.Runnable", "java.util.concurrent.Callable");
  private static final Pattern LEAVES =
      Pattern.compile("(remove|purge|clear|deregister|dequeue|unschedule)(\\p{Upper}.*)?");
  private static final MethodRef CANCEL =
      new MethodRef("", "cancel", List.of("boolean"), "boolean");
  private static final int DEPTH = 2;

  private final World world;
  private final Code code;
  private final Origins origins;

  public OwnFutures(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
  }

  /** What is wrong with the class's own way to cancel, empty if nothing is. */
  public Optional<Draft> judge(TypeFacts type) {
    if (type.isInterface() || !isScheduled(type.name())) {
      return Optional.empty();
    }
    Optional<Body> cancel = code.body(CANCEL.in(type.name()));
    Optional<FieldFacts> task = task(type);
    return cancel.isEmpty() || task.isEmpty() || letsGo(cancel.get(), DEPTH)
        ? Optional.empty()
        : Optional.of(draft(cancel.get(), task.get()));
  }

  /** Waits in a queue for its time, by code of the program's own all the way up. */
  private boolean isScheduled(String type) {
    return world.types().isSubtype(type, "java.util.concurrent.Delayed")
        && world.types().isSubtype(type, "java.util.concurrent.Future")
        && !world.types().isSubtype(type, "java.util.concurrent.FutureTask")
        && world.types().isComplete(type);
  }

  /** The task that objects of the class, or of one right below it, hold. */
  private Optional<FieldFacts> task(TypeFacts type) {
    List<String> types = new ArrayList<>();
    world.types().supertypes(type.name()).forEach(types::add);
    types.addAll(world.program().directSubtypes(type.name()));
    return types.stream()
        .filter(code::owns)
        .flatMap(name -> world.program().type(name).stream())
        .flatMap(facts -> facts.fields().stream())
        .filter(field -> TASKS.contains(field.type()))
        .filter(field -> !Access.has(field.access(), Access.STATIC))
        .findFirst();
  }

  /** Whether the body, or what it calls in the same nest, drops the task or leaves the queue. */
  private boolean letsGo(Body body, int depth) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreField store && dropsTask(body, node, store)) {
        return true;
      }
      if (node.step() instanceof Step.Call call
          && (leaves(body, node.id(), call)
              || depth > 0
                  && targets(body, node.id(), call).stream()
                      .anyMatch(to -> isNear(body, to) && letsGo(to, depth - 1)))) {
        return true;
      }
    }
    return false;
  }

  /** What the call runs; what subclasses put in its place, if the object calls itself. */
  private List<Body> targets(Body body, int node, Step.Call call) {
    List<Body> found = new ArrayList<>();
    code.target(call).ifPresent(found::add);
    if (origins.mayBeThis(body, node, call.receiver()) && call.callee().parameters() != null) {
      for (String type : world.program().directSubtypes(body.method().owner())) {
        code.body(call.callee().in(type)).ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean isNear(Body from, Body to) {
    return Code.nestOf(from.method().owner()).equals(Code.nestOf(to.method().owner()))
        && !from.method().equals(to.method());
  }

  private boolean dropsTask(Body body, Node node, Step.StoreField store) {
    FieldRef field = store.field();
    return TASKS.contains(field.type())
        && origins.of(body, node.id(), store.value()).stream().anyMatch(Origin::isNull);
  }

  private boolean leaves(Body body, int node, Step.Call call) {
    return LEAVES.matcher(call.callee().name()).matches()
        && (origins.mayBeThis(body, node, call.receiver())
            || call.arguments().stream()
                .anyMatch(argument -> origins.mayBeThis(body, node, argument)));
  }

  /** A step that stands for the method as a whole in both front ends. */
  private static int end(Body body) {
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Return)
        .map(Node::id)
        .findFirst()
        .orElse(0);
  }

  private static Draft draft(Body cancel, FieldFacts task) {
    String name = Names.simple(cancel.method().owner());
    return new Draft(
        RULE,
        Confidence.MEDIUM,
        cancel.site(end(cancel)),
        "A `"
            + name
            + "` that is cancelled stays in its queue, and keeps its `"
            + task.name()
            + "` until its time has come",
        "Take it out of the queue in `cancel()`, or drop the task there",
        List.of());
  }
}
