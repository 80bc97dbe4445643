package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges shared threads that start with the first client that registers and do not end when the
 * last one leaves.
 */
public final class FirstAndLast {
  private static final String RULE = "thread-never-stopped";

  private final World world;
  private final Code code;
  private final Endless endless;
  private final ThreadBodies bodies;
  private final Places places;

  public FirstAndLast(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.endless = new Endless(code);
    this.bodies = new ThreadBodies(code);
    this.places = new Places(world);
  }

  /** Threads that static methods of the class start for clients in one of its collections. */
  public List<Draft> judge(TypeFacts type) {
    List<Draft> found = new ArrayList<>();
    for (FieldFacts field : type.fields()) {
      if (Access.has(field.access(), Access.STATIC) && field.type().startsWith("java.util.")) {
        judge(type, field).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Draft> judge(TypeFacts type, FieldFacts field) {
    List<Use> uses = FieldUses.of(world).of(new FieldKey(type.name(), field.name()));
    for (Use add : uses) {
      Optional<Body> body = code.body(add.site().method());
      if (add.adds() && body.isPresent() && body.get().flow().isStatic()) {
        Optional<Integer> start = start(body.get());
        Optional<Body> last = start.flatMap(node -> last(body.get(), node, add, uses));
        if (last.isPresent() && !stops(last.get())) {
          return Optional.of(draft(type, field, body.get(), start.get(), last.get()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> start(Body body) {
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Call call && isOfThread(call, "start"))
        .map(Node::id)
        .findFirst();
  }

  private boolean isOfThread(Step.Call call, String name) {
    return call.callee().name().equals(name)
        && world.types().isSubtype(call.callee().owner(), "java.lang.Thread");
  }

  /**
   * The method by which a client leaves: by its name, or since it takes out what it is given, as
   * the first took it in, while the thread goes on for ever.
   */
  private Optional<Body> last(Body first, int start, Use add, List<Use> uses) {
    Set<String> names = Verbs.opposites(first.method().name());
    boolean stays =
        bodies.of(first, start, (Step.Call) first.step(start)).stream().anyMatch(endless::is);
    return uses.stream()
        .filter(Use::removes)
        .filter(
            use ->
                names.contains(use.site().method().name())
                    || stays && isGiven(add) && isGiven(use) && isLike(first, use))
        .flatMap(use -> code.body(use.site().method()).stream())
        .findFirst();
  }

  private static boolean isLike(Body first, Use use) {
    MethodRef method = use.site().method();
    return method.owner().equals(first.method().owner())
        && !method.equals(first.method())
        && method.parameters().equals(first.method().parameters());
  }

  private boolean isGiven(Use use) {
    Body body = code.body(use.site().method()).orElseThrow();
    return body.flow().isStatic()
        && Origins.of(code)
            .ofArguments(body, use.site().node(), use.call())
            .anyMatch(o -> o instanceof Origin.OfParameter);
  }

  /** Whether the method, or what it calls in the program, ends a thread or sets a flag. */
  private boolean stops(Body last) {
    Set<MethodRef> seen = new HashSet<>();
    Deque<Body> open = new ArrayDeque<>(List.of(last));
    while (!open.isEmpty() && seen.size() < 50) {
      Body body = open.poll();
      if (!seen.add(body.method())) {
        continue;
      }
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Call call) {
          if (isOfThread(call, "interrupt") || Verbs.isEnding(call.callee().name())) {
            return true;
          }
          code.target(call).filter(b -> code.owns(b.method().owner())).ifPresent(open::add);
        } else if (node.step() instanceof Step.StoreField) {
          return true;
        }
      }
    }
    return false;
  }

  private Draft draft(TypeFacts type, FieldFacts field, Body first, int start, Body last) {
    String leave = "`" + last.flow().source().name() + "()`";
    return new Draft(
        RULE,
        Confidence.MEDIUM,
        first.site(start),
        "The thread that `"
            + first.flow().source().name()
            + "()` starts for the first client goes on when "
            + leave
            + " has removed the last one",
        "End the thread in " + leave + " when `" + field.name() + "` is empty",
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, places.of(first, start), "started here"),
            new PathStep(PathStep.Kind.BRANCH, places.of(type, field), "the clients"),
            new PathStep(PathStep.Kind.EXIT, places.of(last, 0), "does not end it")));
  }
}
