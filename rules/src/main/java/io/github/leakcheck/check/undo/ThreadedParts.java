package io.github.leakcheck.check.undo;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.ThreadMakers.Started;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows classes of the program whose objects start threads as they are made, and can end them. */
final class ThreadedParts {
  private static final int CALLS = 3;

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Map<String, Optional<String>> ends = new HashMap<>();

  ThreadedParts(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
  }

  /**
   * A part made here that starts threads as it is made, and has a method of its own to end them.
   */
  Optional<Started> started(Use use, Origin.Fresh fresh) {
    if (!code.owns(fresh.type()) || world.types().isCloseable(fresh.type())) {
      return Optional.empty(); // what is closeable is judged by others
    }
    Optional<String> end = ends.computeIfAbsent(fresh.type(), this::endOfThreads);
    int node = origins.constructor(fresh).orElse(fresh.node());
    return end.map(
        undo ->
            new Started(
                use,
                fresh.body(),
                node,
                "executor-never-shut-down",
                Names.simple(fresh.type()),
                undo,
                Confidence.MEDIUM));
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
    for (Body body : code.bodies(type)) {
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

  private boolean endsOwn(String type, Body body, Node node, Step.Call call) {
    return OwnThreads.ENDINGS.contains(call.callee().name())
        && origins.of(body, node.id(), call.receiver()).stream()
            .anyMatch(
                o ->
                    o instanceof Origin.OfField field
                        && !field.field().isStatic()
                        && code.stores(code.key(field.field())).stream()
                            .anyMatch(site -> isMadeFirst(type, site)));
  }

  /** Whether a constructor of the type stores threads there that it has started. */
  private boolean isMadeFirst(String type, Site site) {
    return site.method().isConstructor()
        && site.method().owner().equals(type)
        && code
            .body(site.method())
            .filter(body -> body.step(site.node()) instanceof Step.StoreField)
            .map(
                body ->
                    origins.of(
                        body, site.node(), ((Step.StoreField) body.step(site.node())).value()))
            .orElse(Set.of())
            .stream()
            .anyMatch(this::startsByLine);
  }

  private boolean startsByLine(Origin origin) {
    if (origin instanceof Origin.Fresh fresh) {
      return origins
          .constructor(fresh)
          .flatMap(node -> line((Step.Call) fresh.body().step(node)))
          .isPresent();
    }
    return origin instanceof Origin.Result result && line(result.call()).isPresent();
  }

  private Optional<Api> line(Step.Call call) {
    return world
        .catalog()
        .match(Role.DOES, call.callee(), world.types())
        .filter(line -> line.key(Key.LIFETIME).filter("own-thread"::equals).isPresent());
  }
}
