package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.ThreadMakers.Started;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows classes of the program whose objects start threads as they are made, and can end them. */
final class ThreadedParts {
  private static final int CALLS = 3;

  private final World world;
  private final Code code;
  private final Origins origins;
  private final ThreadLines lines;
  private final Map<String, Optional<String>> ends = new HashMap<>();

  ThreadedParts(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
    this.lines = new ThreadLines(code);
  }

  /**
   * A part made here that starts threads as it is made, and has a method of its own to end them.
   */
  Optional<Started> started(Use use, Origin.Fresh fresh) {
    Optional<Integer> constructor = origins.constructor(fresh);
    if (Code.isPlatform(fresh.type())
        || constructor.isEmpty()
        || world.types().isCloseable(fresh.type())
        || isGivenThreads(fresh, constructor.get())) {
      return Optional.empty(); // what is closeable is judged by others
    }
    Optional<String> end = ends.computeIfAbsent(fresh.type(), this::endOfThreads);
    return end.map(
        undo ->
            new Started(
                use,
                fresh.body(),
                constructor.get(),
                "executor-never-shut-down",
                Names.simple(fresh.type()),
                undo,
                Confidence.MEDIUM));
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
    return origins.of(body, node, register).stream()
        .allMatch(
            o -> o instanceof Origin.Constant c && c.constant().kind() == Step.ConstKind.NULL);
  }

  /** Whether the call on a part leads to the end of its threads, by whatever name. */
  boolean ends(Step.Call call) {
    return ends.getOrDefault(call.callee().owner(), Optional.empty()).isPresent()
        && code.target(call).filter(body -> leadsToEnd(body, CALLS)).isPresent();
  }

  private boolean leadsToEnd(Body body, int depth) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && (OwnThreads.ENDINGS.contains(call.callee().name())
              || depth > 0
                  && call.callee().owner().equals(body.method().owner())
                  && code.target(call).filter(b -> leadsToEnd(b, depth - 1)).isPresent())) {
        return true;
      }
    }
    return false;
  }

  /** The method that ends an executor which the constructor puts into a field. */
  private Optional<String> endOfThreads(String type) {
    for (Body body : bodies(type)) {
      if (!body.method().isConstructor()
          && List.of().equals(body.method().parameters())
          && OwnThreads.ENDINGS.contains(body.method().name())) {
        for (Node node : body.nodes()) {
          if (node.step() instanceof Step.Call call && endsOwn(type, body, node, call)) {
            return Optional.of(body.method().name());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What the class and its superclasses do, be they of the program or of a library. */
  private List<Body> bodies(String type) {
    return world.types().supertypes(type).stream()
        .filter(name -> !Code.isPlatform(name))
        .flatMap(name -> world.program().type(name).stream())
        .flatMap(
            facts ->
                facts.methods().stream()
                    .flatMap(method -> code.body(method.ref().in(facts.name())).stream()))
        .toList();
  }

  private boolean endsOwn(String type, Body body, Node node, Step.Call call) {
    return OwnThreads.ENDINGS.contains(call.callee().name())
        && origins.of(body, node.id(), call.receiver()).stream()
            .anyMatch(
                o ->
                    o instanceof Origin.OfField field
                        && !field.field().isStatic()
                        && isMadeFirst(type, code.key(field.field())));
  }

  /** Whether a constructor of the type stores threads there that it has started. */
  private boolean isMadeFirst(String type, FieldKey field) {
    return bodies(type).stream()
        .filter(body -> body.method().isConstructor())
        .anyMatch(body -> body.nodes().stream().anyMatch(node -> starts(body, node, field)));
  }

  private boolean starts(Body body, Node node, FieldKey field) {
    return node.step() instanceof Step.StoreField store
        && code.key(store.field()).equals(field)
        && origins.of(body, node.id(), store.value()).stream().anyMatch(this::startsByLine);
  }

  private boolean startsByLine(Origin origin) {
    if (origin instanceof Origin.Fresh fresh) {
      return origins
          .constructor(fresh)
          .flatMap(node -> lines.of(fresh.body(), node, (Step.Call) fresh.body().step(node)))
          .isPresent();
    }
    return origin instanceof Origin.Result made
        && lines.of(made.body(), made.node(), made.call()).isPresent();
  }
}
