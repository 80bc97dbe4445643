package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.TwinEnds;
import io.github.leakcheck.check.undo.threads.ThreadMakers.Started;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges threads of objects that can be ended in two ways, of which one ends the threads and {@code
 * close()} does not.
 */
public final class TwinLeft {
  private final World world;
  private final Code code;
  private final ThreadMakers makers;
  private final Lifecycle lifecycle;
  private final Endings endings;
  private final TwinEnds twins;
  private final Places places;

  public TwinLeft(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.makers = new ThreadMakers(code);
    this.lifecycle = new Lifecycle(code);
    this.endings = new Endings(code);
    this.twins = new TwinEnds(code);
    this.places = new Places(world);
  }

  /** The fields of the class whose threads {@code close()} leaves running. */
  public List<Draft> judge(TypeFacts owner) {
    List<Draft> found = new ArrayList<>();
    Optional<Body> close = close(owner);
    if (close.isPresent() && Anchors.of(code).of(owner).isEmpty()) {
      for (FieldFacts field : owner.fields()) {
        if (field.type().indexOf('.') > 0 && !Access.has(field.access(), Access.STATIC)) {
          judge(new FieldKey(owner.name(), field.name()), close.get()).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** What everybody calls who is done with an object of the class. */
  private Optional<Body> close(TypeFacts owner) {
    return world.types().isCloseable(owner.name())
        ? lifecycle.endings(owner.name()).stream()
            .filter(body -> body.method().owner().equals(owner.name()))
            .filter(body -> body.method().name().equals("close"))
            .filter(body -> List.of().equals(body.method().parameters()))
            .findFirst()
        : Optional.empty();
  }

  private Optional<Draft> judge(FieldKey field, Body close) {
    List<Use> uses = FieldUses.of(world).of(field);
    Set<MethodRef> ends =
        uses.stream()
            .filter(makers::isEnding)
            .map(use -> use.site().method())
            .collect(Collectors.toSet());
    if (ends.isEmpty() || endings.reachedFrom(close.method()).stream().anyMatch(ends::contains)) {
      return Optional.empty();
    }
    Optional<Body> twin =
        code.bodies(field.owner()).stream()
            .filter(body -> ends.contains(body.method()) && twins.are(body, close))
            .filter(body -> !isCalledInside(body))
            .findFirst();
    return twin.flatMap(
        other ->
            makers
                .started(uses)
                .filter(made -> made.most() != Confidence.LOW)
                .map(made -> draft(field, made, close, other)));
  }

  /** Whether the class calls it by itself, as when it sees that it was closed. */
  private boolean isCalledInside(Body body) {
    String nest = Code.nestOf(body.method().owner());
    return code.callers(body.method()).stream()
        .anyMatch(site -> Code.nestOf(site.method().owner()).equals(nest));
  }

  private Draft draft(FieldKey field, Started started, Body close, Body twin) {
    return new Draft(
        started.rule(),
        Confidence.MEDIUM.and(started.most()),
        started.body().site(started.node()),
        "`"
            + twin.flow().source().name()
            + "()` ends the `"
            + started.what()
            + "` in `"
            + field.shortName()
            + "`, and `close()` does not",
        "Call `" + started.undo() + "()` in `close()` as well",
        List.of(
            new PathStep(
                PathStep.Kind.ACQUIRED, places.of(started.body(), started.node()), "made here"),
            new PathStep(PathStep.Kind.EXIT, places.of(close, 0), "does not end it")));
  }
}
