package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.undo.threads.FlaggedThreads.Flagged;
import io.github.leakcheck.check.undo.threads.ThreadMakers.Started;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Knows classes of the program whose objects start threads as they are made, or have a task repeat
 * in the threads of others, and can end them.
 */
final class ThreadedParts {
  private static final int CALLS = 3;

  private final World world;
  private final Code code;
  private final Origins origins;
  private final ThreadLines lines;
  private final FlaggedThreads flagged;
  private final Repeats repeats;
  private final Lifecycle lifecycle;
  private final Endings endings;
  private final Map<String, Optional<Part>> parts = new HashMap<>();

  ThreadedParts(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
    this.lines = new ThreadLines(code);
    this.lifecycle = Lifecycle.of(code);
    this.endings = new Endings(code);
    this.flagged = new FlaggedThreads(code);
    this.repeats = new Repeats(code);
  }

  /**
   * Objects with threads of their own.
   *
   * @param end name of the method that ends the threads
   * @param starts names of the methods that start them, the constructor's among them
   * @param rule about such threads
   * @param flagged the thread that a flag ends, if it is no other that the end is for
   */
  private record Part(String end, Set<String> starts, String rule, Optional<Flagged> flagged) {
    /** Whether all it has is a task that repeats in the threads of others. */
    boolean isTaskOnly() {
      return rule.equals(Repeats.RULE);
    }
  }

  /**
   * A part made here that starts threads as it is made, or by a method that is called on it, and
   * has a method of its own to end them.
   */
  Optional<Started> started(Use use, Origin.Fresh fresh, List<Use> uses) {
    Optional<Integer> constructor = origins.constructor(fresh);
    if (Platform.isJdk(fresh.type()) || constructor.isEmpty()) {
      return Optional.empty();
    }
    // What else is closeable is judged by others.
    boolean flagOnly = world.types().isCloseable(fresh.type());
    return part(fresh.type())
        .filter(part -> part.isTaskOnly() || !isGivenThreads(fresh, constructor.get()))
        .filter(part -> isStarted(part, uses))
        .filter(part -> !flagOnly || part.flagged().filter(Flagged::isAllThatEnds).isPresent())
        .filter(part -> part.flagged().isEmpty() && !part.isTaskOnly() || isOwn(use, uses))
        .map(
            part ->
                new Started(
                    use,
                    fresh.body(),
                    constructor.get(),
                    part.rule(),
                    Names.simple(fresh.type()),
                    part.end(),
                    Confidence.MEDIUM,
                    part.flagged().map(Flagged::start)));
  }

  /** Whether nobody else gets the object, and whoever has it can be ended. */
  private boolean isOwn(Use write, List<Use> uses) {
    return uses.stream()
            .allMatch(use -> use.kind() == Use.Kind.WRITTEN || use.kind() == Use.Kind.CALLED)
        && lifecycle.ending(write.site().method().owner()).isPresent();
  }

  private Optional<Part> part(String type) {
    Optional<Part> known = parts.get(type);
    if (known == null) {
      known =
          learn(type, this::startsByLine)
              .or(() -> flagged.of(type).map(one -> part(type, one)))
              .or(() -> learn(type, repeats::isHandle));
      parts.put(type, known);
    }
    return known;
  }

  private Part part(String type, Flagged thread) {
    Set<String> starts = new HashSet<>(Set.of(thread.start().method().name()));
    bodies(type).stream()
        .filter(body -> body.nodes().stream().anyMatch(n -> callsOwn(type, n, Set.copyOf(starts))))
        .forEach(body -> starts.add(body.method().name()));
    String end = thread.end().method().name();
    return new Part(end, starts, "thread-never-stopped", Optional.of(thread));
  }

  private static boolean isStarted(Part part, List<Use> uses) {
    return part.starts().contains(MethodRef.CONSTRUCTOR)
        || uses.stream()
            .anyMatch(
                use ->
                    use.kind() == Use.Kind.CALLED
                        && use.reach() == Use.Reach.ITSELF
                        && part.starts().contains(use.call().callee().name()));
  }

  /** Whether whoever makes it hands it something to run its tasks in, so that it starts none. */
  private boolean isGivenThreads(Origin.Fresh fresh, int node) {
    Step.Call call = (Step.Call) fresh.body().step(node);
    List<String> types = call.callee().parameters();
    for (int i = 0; types != null && i < types.size() && i < call.arguments().size(); i++) {
      if (world.types().isSubtype(types.get(i), "java.util.concurrent.Executor")
          && !isNull(fresh.body(), node, call.arguments().get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isNull(Body body, int node, int register) {
    return origins.of(body, node, register).stream().allMatch(Origin::isNull);
  }

  /** Whether the call on a part leads to the end of its threads, by whatever name. */
  boolean ends(Step.Call call) {
    Optional<Part> part = parts.getOrDefault(call.callee().owner(), Optional.empty());
    return part.isPresent()
        && code.target(call)
            .filter(body -> leadsToEnd(body, CALLS) || setsFlag(part.get(), body))
            .isPresent();
  }

  private boolean setsFlag(Part part, Body body) {
    return part.flagged()
        .filter(one -> endings.reachedFrom(body.method()).contains(one.end().method()))
        .isPresent();
  }

  private boolean leadsToEnd(Body body, int depth) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && (endsKept(body, node, call)
              || depth > 0
                  && call.callee().owner().equals(body.method().owner())
                  && code.target(call).filter(b -> leadsToEnd(b, depth - 1)).isPresent())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the call ends what a field keeps, or what a helper is given. */
  private boolean endsKept(Body body, Node node, Step.Call call) {
    return Verbs.isEnding(call.callee().name())
        && origins.of(body, node.id(), call.receiver()).stream()
            .anyMatch(
                o ->
                    o instanceof Origin.OfField
                        || o instanceof Origin.OfParameter && body.flow().isStatic());
  }

  /** Finds the method that ends what a field keeps, and those that have put it there. */
  private Optional<Part> learn(String type, Predicate<Origin> isStarted) {
    for (Body body : bodies(type)) {
      if (!body.method().isConstructor()
          && List.of().equals(body.method().parameters())
          && Verbs.isEnding(body.method().name())) {
        for (Node node : body.nodes()) {
          if (node.step() instanceof Step.Call call && Verbs.isEnding(call.callee().name())) {
            Optional<Part> part = part(type, body, node.id(), call, isStarted);
            if (part.isPresent()) {
              return part;
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Part> part(
      String type, Body end, int node, Step.Call call, Predicate<Origin> isStarted) {
    for (Origin origin : origins.of(end, node, call.receiver())) {
      if (origin instanceof Origin.OfField field && !field.field().isStatic()) {
        FieldKey key = code.key(field.field());
        Set<String> starts = starts(type, key, end, isStarted);
        if (!starts.isEmpty() && (!isFuture(call) || isEndedBy(end, key))) {
          return Optional.of(new Part(end.method().name(), starts, rule(call), Optional.empty()));
        }
      }
    }
    return Optional.empty();
  }

  private String rule(Step.Call end) {
    if (isFuture(end)) {
      return Repeats.RULE;
    }
    return isThread(end.callee().owner()) ? "thread-never-stopped" : "executor-never-shut-down";
  }

  private boolean isFuture(Step.Call end) {
    return world.types().isSubtype(end.callee().owner(), "java.util.concurrent.Future");
  }

  /** Whether nothing but the method ends what is in the field: no task that ends by itself. */
  private boolean isEndedBy(Body end, FieldKey field) {
    Set<MethodRef> reached = endings.reachedFrom(end.method());
    return FieldUses.of(world).of(field).stream()
        .filter(use -> use.kind() == Use.Kind.CALLED)
        .filter(use -> Verbs.isEnding(use.call().callee().name()))
        .allMatch(use -> reached.contains(use.site().method()));
  }

  /** The methods that put what is started into the field, and those that call them at once. */
  private Set<String> starts(String type, FieldKey field, Body end, Predicate<Origin> isStarted) {
    Set<String> found = new HashSet<>();
    for (Body body : bodies(type)) {
      if (body.nodes().stream().anyMatch(node -> starts(body, node, field, isStarted))) {
        found.add(body.method().name());
      }
    }
    for (Body body : found.isEmpty() ? List.<Body>of() : bodies(type)) {
      if (body.nodes().stream().anyMatch(node -> callsOwn(type, node, Set.copyOf(found)))) {
        found.add(body.method().name());
      }
    }
    found.remove(end.method().name());
    return found;
  }

  private boolean callsOwn(String type, Node node, Set<String> names) {
    return node.step() instanceof Step.Call call
        && !call.callee().isConstructor()
        && names.contains(call.callee().name())
        && world.types().isSubtype(type, call.callee().owner());
  }

  private boolean isThread(String type) {
    return world.types().isSubtype(type, "java.lang.Thread");
  }

  /** What the class and its superclasses do, be they of the program or of a library. */
  private List<Body> bodies(String type) {
    return world.types().supertypes(type).stream()
        .filter(name -> !Platform.isJdk(name))
        .flatMap(name -> world.program().type(name).stream())
        .flatMap(
            facts ->
                facts.methods().stream()
                    .flatMap(method -> code.body(method.ref().in(facts.name())).stream()))
        .toList();
  }

  private boolean starts(Body body, Node node, FieldKey field, Predicate<Origin> isStarted) {
    return node.step() instanceof Step.StoreField store
        && code.key(store.field()).equals(field)
        && origins.of(body, node.id(), store.value()).stream().anyMatch(isStarted);
  }

  private boolean startsByLine(Origin origin) {
    if (origin instanceof Origin.Fresh fresh) {
      return isThread(fresh.type())
          || origins
              .constructor(fresh)
              .flatMap(node -> lines.of(fresh.body(), node, (Step.Call) fresh.body().step(node)))
              .isPresent();
    }
    return origin instanceof Origin.Result made
        && lines.of(made.body(), made.node(), made.call()).isPresent();
  }
}
