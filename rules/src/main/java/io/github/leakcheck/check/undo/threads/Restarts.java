package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Again;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.threads.ThreadMakers.Started;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges fields whose threads or repeating tasks the class ends, but not where it starts anew: the
 * new ones take the place of the old, which then nothing can end.
 */
public final class Restarts {
  private final World world;
  private final Code code;
  private final ThreadMakers makers;
  private final Repeats repeats;
  private final Endings endings;
  private final Places places;

  public Restarts(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.makers = new ThreadMakers(code);
    this.repeats = new Repeats(code);
    this.endings = new Endings(code);
    this.places = new Places(world);
  }

  /** The fields of the class that get new threads while the old ones run. */
  public List<Draft> judge(TypeFacts owner) {
    List<Draft> found = new ArrayList<>();
    for (FieldFacts field : owner.fields()) {
      FieldKey key = new FieldKey(owner.name(), field.name());
      if (field.type().indexOf('.') > 0) {
        Optional<Draft> again =
            code.bodies(owner.name()).stream().anyMatch(Again::is) ? judge(key) : Optional.empty();
        again.or(() -> replaced(key)).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Threads that the object has from the start, and that a method replaces by others. */
  private Optional<Draft> replaced(FieldKey field) {
    List<Use> uses = FieldUses.of(world).of(field);
    List<Started> all =
        uses.stream()
            .filter(use -> use.kind() == Use.Kind.WRITTEN)
            .flatMap(use -> started(List.of(use)).stream())
            .filter(made -> made.most() != Confidence.LOW)
            .toList();
    List<MethodRef> ends =
        uses.stream().filter(makers::isEnding).map(use -> use.site().method()).toList();
    if (ends.isEmpty() || all.stream().noneMatch(made -> home(made).method().isConstructor())) {
      return Optional.empty();
    }
    return all.stream()
        .filter(made -> !home(made).method().name().startsWith("<"))
        .filter(made -> !Ways.avoid(home(made), made.write().site().node()))
        .filter(made -> goesOn(made, home(made), ends))
        .filter(made -> !isHandedOn(made, field))
        .findFirst()
        .map(made -> draft(field, made, home(made)));
  }

  private Optional<Started> started(List<Use> uses) {
    return makers.started(uses).or(() -> repeats.started(uses));
  }

  /** Whether the method leads to no end of what is there before. */
  private boolean goesOn(Started made, Body restart, List<MethodRef> ends) {
    return ends.stream().noneMatch(endings.reachedFrom(restart.method())::contains)
        && !(repeats.are(made) && repeats.endsExecutor(restart.method()));
  }

  private Body home(Started made) {
    return code.body(made.write().site().method()).orElseThrow();
  }

  /** Whether the method looks at what is there before: it may end it, or have it end. */
  private boolean isHandedOn(Started made, FieldKey field) {
    return code.loads(field).stream()
        .anyMatch(load -> load.method().equals(made.write().site().method()));
  }

  private Optional<Draft> judge(FieldKey field) {
    List<Use> uses = FieldUses.of(world).of(field);
    Optional<Started> started = started(uses).filter(made -> made.most() != Confidence.LOW);
    List<MethodRef> ends =
        uses.stream().filter(makers::isEnding).map(use -> use.site().method()).toList();
    if (started.isEmpty() || ends.isEmpty()) {
      return Optional.empty(); // what nothing ends at all is told elsewhere
    }
    Site store = started.get().write().site();
    Body starts = code.body(store.method()).orElseThrow();
    if (starts.method().isConstructor()
        || ends.contains(starts.method())
        || Ways.avoid(starts, store.node())) {
      return Optional.empty();
    }
    return again(starts)
        .filter(restart -> goesOn(started.get(), restart, ends))
        .map(restart -> draft(field, started.get(), restart));
  }

  /** The method that starts anew: the one that starts, or one of its class that always calls it. */
  private Optional<Body> again(Body starts) {
    if (Again.is(starts)) {
      return Optional.of(starts);
    }
    for (Site site : code.callers(starts.method())) {
      Optional<Body> caller = code.body(site.method());
      if (caller.isPresent()
          && Again.is(caller.get())
          && site.method().owner().equals(starts.method().owner())
          && !Ways.avoid(caller.get(), site.node())) {
        return caller;
      }
    }
    return Optional.empty();
  }

  private Draft draft(FieldKey field, Started started, Body restart) {
    String again = "`" + restart.flow().source().name() + "()`";
    return new Draft(
        started.rule(),
        Confidence.MEDIUM.and(started.most()),
        started.body().site(started.node()),
        again
            + " puts a new `"
            + started.what()
            + "` into `"
            + field.shortName()
            + "` and does not end the one before",
        "Call `" + started.undo() + "()` on the old one first in " + again,
        List.of(
            new PathStep(
                PathStep.Kind.ACQUIRED, places.of(started.body(), started.node()), "made here"),
            new PathStep(PathStep.Kind.EXIT, places.of(restart, 0), "does not end the old one"),
            new PathStep(
                PathStep.Kind.OVERWRITTEN,
                places.of(home(started), started.write().site().node()),
                "takes the place of the old one")));
  }
}
