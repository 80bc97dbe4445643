package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.ThreadMakers.Started;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Program.Sight;
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
  private final ThreadMakers makers;
  private final Holders holders;
  private final Places places;

  public OwnThreads(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.lifecycle = new Lifecycle(code);
    this.makers = new ThreadMakers(code);
    this.holders = new Holders(code);
    this.places = new Places(world);
  }

  /** What is wrong with one field, empty if nothing is. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    FieldKey key = new FieldKey(owner.name(), field.name());
    if (code.stores(key).isEmpty() || field.type().indexOf('.') < 0) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(key);
    Optional<Started> started = makers.started(uses);
    if (started.isEmpty()
        || ends(uses)
        || escapes(owner, uses)
        || owner.name().endsWith("Builder")) {
      return Optional.empty();
    }
    return Optional.of(draft(owner, field, key, started.get()));
  }

  private static boolean ends(List<Use> uses) {
    return uses.stream()
        .filter(use -> use.kind() == Use.Kind.CALLED)
        .anyMatch(use -> ENDINGS.contains(use.call().callee().name()));
  }

  /** Given away: whoever has it may end it. */
  private boolean escapes(TypeFacts owner, List<Use> uses) {
    return uses.stream()
        .anyMatch(
            use ->
                use.kind() == Use.Kind.PASSED && !Code.isPlatform(use.call().callee().owner())
                    || use.kind() == Use.Kind.RETURNED && !isSeen(owner, use)
                    || use.kind() == Use.Kind.STORED);
  }

  /** Whether a getter returns it, and all who can call that are in sight. */
  private boolean isSeen(TypeFacts owner, Use use) {
    return !Access.has(owner.access(), Access.PUBLIC)
        && world.program().sight() != Sight.FILE
        && code.body(use.site().method()).filter(origins::isGetter).isPresent();
  }

  private Draft draft(TypeFacts owner, FieldFacts field, FieldKey key, Started started) {
    Optional<Body> ending =
        lifecycle.endings(owner.name()).stream().findFirst().or(() -> holders.ending(owner.name()));
    Optional<String> end =
        ending
            .map(body -> Names.simple(body.method().owner()) + "." + body.flow().source().name())
            .or(() -> lifecycle.ending(owner.name()));
    String message =
        "`"
            + key.shortName()
            + "` holds "
            + article(started.what())
            + " with threads of its own, and "
            + end.map(it -> "`" + it + "()` does not end it").orElse("nothing ends it");
    String help =
        "Call `"
            + field.name()
            + "."
            + started.undo()
            + "()` "
            + end.map(it -> "in `" + it + "()`").orElse("where the owner ends");
    List<PathStep> path = new ArrayList<>();
    path.add(new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "kept in this field"));
    ending.ifPresent(
        body -> path.add(new PathStep(PathStep.Kind.EXIT, places.of(body, 0), "does not end it")));
    return new Draft(
        started.rule(),
        confidence(owner, field, started, end.isPresent()),
        started.body().site(started.node()),
        message,
        help,
        path);
  }

  private static String article(String name) {
    return ("AEIOU".indexOf(name.charAt(0)) >= 0 ? "an `" : "a `") + name + "`";
  }

  private Confidence confidence(TypeFacts owner, FieldFacts field, Started started, boolean ends) {
    Confidence most = started.most();
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
