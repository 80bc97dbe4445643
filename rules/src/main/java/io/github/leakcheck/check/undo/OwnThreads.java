package io.github.leakcheck.check.undo;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
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
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges fields that hold what runs threads of its own: executors, timers, clients. */
public final class OwnThreads {
  static final Set<String> ENDINGS =
      Set.of(
          "shutdown",
          "shutdownNow",
          "close",
          "cancel",
          "stop",
          "dispose",
          "destroy",
          "terminate",
          "interrupt",
          "shutdownGracefully",
          "shutdownAndAwaitTermination",
          "disposeGracefully");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Lifecycle lifecycle;
  private final Places places;

  public OwnThreads(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.lifecycle = new Lifecycle(code);
    this.places = new Places(world);
  }

  /** Where the field gets something that runs threads, and by which line. */
  private record Started(Use write, Body body, int node, Step.Call call, Api line) {}

  /** What is wrong with one field, empty if nothing is. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    FieldKey key = new FieldKey(owner.name(), field.name());
    if (code.stores(key).isEmpty() || field.type().indexOf('.') < 0) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(key);
    Optional<Started> started = started(uses);
    if (started.isEmpty() || ends(uses) || escapes(uses) || owner.name().endsWith("Builder")) {
      return Optional.empty();
    }
    return Optional.of(draft(owner, field, key, started.get()));
  }

  private Optional<Started> started(List<Use> uses) {
    for (Use use : uses) {
      Optional<Body> body = code.body(use.site().method());
      if (use.kind() == Use.Kind.WRITTEN
          && body.isPresent()
          && body.get().step(use.site().node()) instanceof Step.StoreField store) {
        for (Origin origin : origins.of(body.get(), use.site().node(), store.value())) {
          Optional<Started> started = started(use, origin);
          if (started.isPresent()) {
            return started;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Started> started(Use use, Origin origin) {
    if (origin instanceof Origin.Result result) {
      return started(use, result.body(), result.node(), result.call());
    }
    if (origin instanceof Origin.Fresh fresh) {
      return origins
          .constructor(fresh)
          .flatMap(node -> started(use, fresh.body(), node, (Step.Call) fresh.body().step(node)));
    }
    return Optional.empty();
  }

  private Optional<Started> started(Use use, Body body, int node, Step.Call call) {
    return world
        .catalog()
        .match(Role.DOES, call.callee(), world.types())
        .filter(line -> line.key(Key.LIFETIME).filter("own-thread"::equals).isPresent())
        .map(line -> new Started(use, body, node, call, line));
  }

  private static boolean ends(List<Use> uses) {
    return uses.stream()
        .filter(use -> use.kind() == Use.Kind.CALLED)
        .anyMatch(use -> ENDINGS.contains(use.call().callee().name()));
  }

  /** Given away: whoever has it may end it. */
  private static boolean escapes(List<Use> uses) {
    return uses.stream()
        .anyMatch(
            use ->
                use.kind() == Use.Kind.PASSED && !Code.isPlatform(use.call().callee().owner())
                    || use.kind() == Use.Kind.RETURNED
                    || use.kind() == Use.Kind.STORED);
  }

  private Draft draft(TypeFacts owner, FieldFacts field, FieldKey key, Started started) {
    Optional<String> ending = lifecycle.ending(owner.name());
    String what = Names.simple(started.line().undo().orElseThrow().owner());
    String undo = started.line().undo().orElseThrow().name();
    String message =
        "`"
            + key.shortName()
            + "` holds "
            + article(what)
            + " with threads of its own, and "
            + ending.map(end -> "`" + end + "()` does not end it").orElse("nothing ends it");
    String help =
        "Call `"
            + field.name()
            + "."
            + undo
            + "()` "
            + ending.map(end -> "in `" + end + "()`").orElse("where the owner ends");
    List<PathStep> path = new ArrayList<>();
    path.add(new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "kept in this field"));
    lifecycle.endings(owner.name()).stream()
        .findFirst()
        .ifPresent(
            body ->
                path.add(new PathStep(PathStep.Kind.EXIT, places.of(body, 0), "does not end it")));
    return new Draft(
        started.line().rule(),
        confidence(owner, field, started, ending.isPresent()),
        started.body().site(started.node()),
        message,
        help,
        path);
  }

  private static String article(String name) {
    return ("AEIOU".indexOf(name.charAt(0)) >= 0 ? "an `" : "a `") + name + "`";
  }

  private Confidence confidence(TypeFacts owner, FieldFacts field, Started started, boolean ends) {
    Confidence most = started.line().confidence();
    if (Access.has(field.access(), Access.STATIC)) {
      boolean atStart =
          Starts.of(code).onlyAtStart(started.write().site().method()) == Starts.Answer.YES;
      return atStart ? Confidence.LOW : Confidence.MEDIUM.and(most);
    }
    if (Anchors.of(code).of(owner).isPresent()) {
      return Confidence.LOW;
    }
    return (ends ? Confidence.HIGH : Confidence.MEDIUM).and(most);
  }
}
