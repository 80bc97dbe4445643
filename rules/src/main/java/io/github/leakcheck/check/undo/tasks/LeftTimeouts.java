package io.github.leakcheck.check.undo.tasks;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.threads.Repeats;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges timeouts of objects: the task of one field is cancelled as the object ends, that of
 * another only as a new one takes its place, so that it keeps the ended object until its time has
 * come.
 */
public final class LeftTimeouts {
  private static final String FUTURE = "java.util.concurrent.Future";

  private final World world;
  private final Code code;
  private final Origins origins;
  private final FieldUses uses;
  private final Lifecycle lifecycle;
  private final Endings endings;
  private final Repeats repeats;
  private final Places places;

  public LeftTimeouts(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.uses = FieldUses.of(world);
    this.lifecycle = Lifecycle.of(code);
    this.endings = new Endings(code);
    this.repeats = new Repeats(code);
    this.places = new Places(world);
  }

  /** The fields of the class whose tasks its end leaves waiting. */
  public List<Draft> judge(TypeFacts owner) {
    List<FieldFacts> handles =
        owner.fields().stream()
            .filter(field -> !Access.has(field.access(), Access.STATIC))
            .filter(field -> world.types().isSubtype(field.type(), FUTURE))
            .toList();
    List<Body> ends = handles.size() < 2 ? List.of() : lifecycle.endings(owner.name());
    Set<MethodRef> ending = new HashSet<>();
    ends.forEach(end -> ending.addAll(endings.reachedFrom(end.method())));
    if (ends.stream().anyMatch(end -> repeats.endsExecutor(end.method()))) {
      return List.of(); // and with it, all that waits there
    }
    return handles.stream()
        .filter(handle -> !isCancelled(owner, handle, ending))
        .flatMap(
            handle ->
                ends.stream()
                    .filter(end -> cancelsAnother(owner, handles, handle, end))
                    .findFirst()
                    .flatMap(end -> left(key(owner, handle), end))
                    .stream())
        .toList();
  }

  private boolean cancelsAnother(
      TypeFacts owner, List<FieldFacts> handles, FieldFacts handle, Body end) {
    Set<MethodRef> reached = endings.reachedFrom(end.method());
    return others(handles, handle).anyMatch(other -> isCancelled(owner, other, reached));
  }

  private static Stream<FieldFacts> others(List<FieldFacts> all, FieldFacts one) {
    return all.stream().filter(other -> !other.equals(one));
  }

  /** Not so where another task takes its place: that one is left. */
  private boolean isCancelled(TypeFacts owner, FieldFacts handle, Set<MethodRef> ending) {
    Set<MethodRef> restarts = new HashSet<>();
    FieldKey key = key(owner, handle);
    timeouts(key).forEach(timeout -> restarts.add(timeout.body().method()));
    return cancels(key)
        .map(use -> use.site().method())
        .anyMatch(method -> ending.contains(method) && !restarts.contains(method));
  }

  private Stream<Use> cancels(FieldKey key) {
    return uses.of(key).stream()
        .filter(use -> use.kind() == Use.Kind.CALLED)
        .filter(use -> use.call().callee().name().equals("cancel"));
  }

  private static FieldKey key(TypeFacts owner, FieldFacts field) {
    return new FieldKey(owner.name(), field.name());
  }

  /** The class cancels it before its time, so the time may be long. */
  private Optional<Draft> left(FieldKey key, Body end) {
    return cancels(key).findAny().isEmpty() || isSeenByOthers(key)
        ? Optional.empty()
        : timeouts(key).findFirst().map(timeout -> draft(key, timeout, end));
  }

  private Stream<Origin.Result> timeouts(FieldKey key) {
    return uses.of(key).stream()
        .filter(use -> use.kind() == Use.Kind.WRITTEN)
        .flatMap(use -> origins.stored(use.site()).stream())
        .filter(Origin.Result.class::isInstance)
        .map(Origin.Result.class::cast)
        .filter(this::isTimeout);
  }

  private boolean isSeenByOthers(FieldKey key) {
    return uses.of(key).stream()
        .anyMatch(use -> use.kind() != Use.Kind.WRITTEN && use.kind() != Use.Kind.CALLED);
  }

  private boolean isTimeout(Origin.Result made) {
    return DroppedTimeouts.isSchedule(world, made.call())
        && !DroppedTimeouts.isSoon(origins, made.body(), made.node(), made.call());
  }

  private Draft draft(FieldKey key, Origin.Result timeout, Body end) {
    String name = "`" + end.flow().source().name() + "()`";
    return new Draft(
        DroppedTimeouts.RULE,
        Confidence.MEDIUM,
        timeout.body().site(timeout.node()),
        name
            + " cancels another task of its object and leaves the one in `"
            + key.shortName()
            + "`, which waits until its time has come",
        "Cancel `" + key.name() + "` in " + name + " as well",
        List.of(
            new PathStep(
                PathStep.Kind.ACQUIRED, places.of(timeout.body(), timeout.node()), "scheduled"),
            new PathStep(PathStep.Kind.EXIT, places.of(end, 0), "does not cancel it")));
  }
}
