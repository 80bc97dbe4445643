package io.github.leakcheck.check.undo.tasks;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Judges executors and timers whose cancelled tasks wait in the queue for their time to come. */
public final class CancelledTasks {
  private static final String POLICY = "setRemoveOnCancelPolicy";
  private static final String SCHEDULED = "java.util.concurrent.ScheduledExecutorService";
  private static final String PURGE = "purge";
  private static final String TIMER = "java.util.Timer";
  private static final String TIMER_TASK = "java.util.TimerTask";
  private static final Set<String> CURES = Set.of(POLICY, PURGE);

  /** Minutes from which on what waits piles up. */
  private static final int LONG = 5;

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Places places;
  private final LightTasks lightTasks;

  public CancelledTasks(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.places = new Places(world);
    this.lightTasks = new LightTasks(code);
  }

  /** What is wrong with one field, empty if nothing is. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!world.types().isSubtype(field.type(), SCHEDULED) && !isTimer(field.type())) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    Optional<Origin> made = made(key);
    if (made.isEmpty() || isSet(owner)) {
      return Optional.empty();
    }
    return FieldUses.of(world).of(key).stream()
        .filter(use -> use.kind() == Use.Kind.CALLED && use.reach() == Use.Reach.ITSELF)
        .filter(use -> line(use.call()).isPresent() && isRepeated(use))
        .flatMap(
            use ->
                cancel(owner, use)
                    .or(() -> cancelOfHanded(use))
                    .or(() -> cancelOfReturned(use))
                    .stream()
                    .map(end -> draft(key, made.get(), use, end)))
        .findFirst();
  }

  private boolean isTimer(String type) {
    return world.types().isSubtype(type, TIMER);
  }

  private Optional<Api> line(Step.Call call) {
    return world
        .catalog()
        .match(Role.DOES, call.callee(), world.types())
        .filter(line -> line.undo().filter(u -> CURES.contains(u.name())).isPresent());
  }

  /** Where the executor is made, if the class itself makes it. */
  private Optional<Origin> made(FieldKey key) {
    for (Site site : code.stores(key)) {
      Optional<Body> body = code.body(site.method());
      if (body.isPresent() && body.get().step(site.node()) instanceof Step.StoreField store) {
        for (Origin origin : origins.of(body.get(), site.node(), store.value())) {
          if (origin instanceof Origin.Fresh || origin instanceof Origin.Result r && isOwn(r)) {
            return Optional.of(origin);
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isOwn(Origin.Result result) {
    return world
        .catalog()
        .match(Role.DOES, result.call().callee(), world.types())
        .filter(line -> line.key(Key.LIFETIME).filter("own-thread"::equals).isPresent())
        .isPresent();
  }

  /** By a call, or by reflection where the method may be missing. */
  private boolean isSet(TypeFacts owner) {
    return bodies(owner).stream()
        .flatMap(body -> body.nodes().stream())
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call && CURES.contains(call.callee().name())
                    || node.step() instanceof Step.Const name && POLICY.equals(name.value()));
  }

  private List<Body> bodies(TypeFacts owner) {
    List<Body> bodies = new ArrayList<>();
    code.nest(owner.name()).forEach(type -> bodies.addAll(code.bodies(type)));
    return bodies;
  }

  /** Many tasks, each with a time that is not fixed to be short. */
  private boolean isRepeated(Use use) {
    Optional<Body> body = code.body(use.site().method());
    return body.isPresent()
        && (isTimer(use.call().callee().owner())
            || use.call().arguments().size() == 3 && use.call().result() != Step.NONE)
        && Starts.of(code).onlyAtStart(use.site().method()) == Starts.Answer.NO
        && !use.site().method().isConstructor()
        && !isShort(body.get(), use);
  }

  /** The time is written down, and short. */
  private boolean isShort(Body body, Use use) {
    List<Integer> arguments = use.call().arguments();
    Set<String> units = new HashSet<>();
    if (arguments.size() == 2) {
      units.add(TimeUnit.MILLISECONDS.name()); // a timer knows no other
    } else {
      for (Origin unit : origins.of(body, use.site().node(), arguments.get(2))) {
        units.add(unit instanceof Origin.OfField field ? field.field().name() : "");
      }
    }
    return origins.of(body, use.site().node(), arguments.get(1)).stream()
        .flatMap(this::written)
        .anyMatch(
            o ->
                o instanceof Origin.Constant time
                    && (units.size() != 1 || !isLong(time, units.iterator().next())));
  }

  /** The value, or what is in its field if nothing but constants is put there. */
  private Stream<Origin> written(Origin value) {
    if (!(value instanceof Origin.OfField field)) {
      return Stream.of(value);
    }
    List<Origin> stored =
        code.stores(code.key(field.field())).stream()
            .flatMap(site -> origins.stored(site).stream())
            .toList();
    return stored.stream().allMatch(o -> o instanceof Origin.Constant)
        ? stored.stream()
        : Stream.of(value);
  }

  private static boolean isLong(Origin.Constant time, String unit) {
    long amount = time.constant().value() instanceof Number number ? number.longValue() : 0;
    return Arrays.stream(TimeUnit.values())
        .anyMatch(one -> one.name().equals(unit) && one.toMinutes(amount) >= LONG);
  }

  /** A call that cancels a task before the owner ends. */
  private Optional<Site> cancel(TypeFacts owner, Use scheduled) {
    for (Body body : bodies(owner)) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Call call
            && cancels(call, scheduled)
            && origins.of(body, node.id(), call.receiver()).stream().noneMatch(this::isItself)
            && !Lifecycle.ends(body.flow())
            && !isForwarding(body)) {
          return Optional.of(body.site(node.id()));
        }
      }
    }
    return Optional.empty();
  }

  private boolean cancels(Step.Call call, Use scheduled) {
    String owner = call.callee().owner();
    return call.callee().name().equals("cancel")
        && (isTimer(scheduled.call().callee().owner())
            ? world.types().isSubtype(owner, TIMER_TASK)
            : world.types().isSubtype(owner, "java.util.concurrent.Future")
                && !owner.equals("java.util.concurrent.CompletableFuture"));
  }

  /** A task that runs cancels itself, which is no longer in the queue for long. */
  private boolean isItself(Origin task) {
    return task.isThis();
  }

  /** Given to an object of another class of the program, which cancels such things. */
  private Optional<Site> cancelOfHanded(Use scheduled) {
    if (scheduled.call().result() == Step.NONE) {
      return Optional.empty();
    }
    Site site = scheduled.site();
    Body body = code.body(site.method()).orElseThrow();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && code.owns(call.callee().owner())
          && origins
              .ofArguments(body, node.id(), call)
              .anyMatch(o -> o.isMadeAt(body, site.node()))) {
        return code.callsNamed("cancel", 1).stream()
            .map(Code.Called::site)
            .filter(this::cancelsEarly)
            .findFirst();
      }
    }
    return Optional.empty();
  }

  /**
   * Given to callers, one of whom cancels it later, be it from the field that keeps it; who cancels
   * what he has just asked for was too late with it.
   */
  private Optional<Site> cancelOfReturned(Use scheduled) {
    Site site = scheduled.site();
    Body body = code.body(site.method()).orElseThrow();
    boolean returned =
        body.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Return back
                        && origins.isMadeAt(body, node.id(), back.value(), site.node()));
    List<Site> callers = returned ? code.callers(site.method()) : List.of();
    return callers.isEmpty()
        ? Optional.empty()
        : code.callsNamed("cancel", 1).stream()
            .map(Code.Called::site)
            .filter(this::cancelsEarly)
            .filter(end -> cancelled(end).anyMatch(o -> isOf(o, callers, end)))
            .findFirst();
  }

  /** What the call cancels, and what is in the fields where that is kept. */
  private Stream<Origin> cancelled(Site end) {
    Body body = code.body(end.method()).orElseThrow();
    return origins.of(body, end.node(), ((Step.Call) body.step(end.node())).receiver()).stream()
        .flatMap(
            o ->
                o instanceof Origin.OfField field
                    ? code.stores(code.key(field.field())).stream()
                        .flatMap(store -> origins.stored(store).stream())
                    : Stream.of(o));
  }

  private static boolean isOf(Origin value, List<Site> calls, Site end) {
    return value instanceof Origin.Result r
        && !r.body().method().equals(end.method())
        && calls.contains(r.body().site(r.node()));
  }

  private boolean cancelsEarly(Site site) {
    return code.body(site.method())
        .filter(
            body ->
                body.step(site.node()) instanceof Step.Call call
                    && world.types().isSubtype(call.callee().owner(), "java.util.concurrent.Future")
                    && !call.callee().owner().equals("java.util.concurrent.CompletableFuture")
                    && !Lifecycle.ends(body.flow())
                    && !isForwarding(body))
        .isPresent();
  }

  /** The {@code cancel()} of a future that wraps another says nothing of who calls it. */
  private boolean isForwarding(Body body) {
    return body.flow().source().name().equals("cancel")
        && world.types().isSubtype(body.method().owner(), "java.util.concurrent.Future");
  }

  private Draft draft(FieldKey key, Origin made, Use scheduled, Site cancelled) {
    int node =
        made instanceof Origin.Fresh fresh
            ? origins.constructor(fresh).orElse(fresh.node())
            : ((Origin.Result) made).node();
    List<PathStep> path = new ArrayList<>();
    path.add(new PathStep(PathStep.Kind.ACQUIRED, places.of(made.body(), node), "made here"));
    places.station(PathStep.Kind.GROWS, scheduled.site(), "a task is queued").ifPresent(path::add);
    places
        .station(PathStep.Kind.EXIT, cancelled, "cancelled, but queued still")
        .ifPresent(path::add);
    String name = "`" + key.shortName() + "`";
    return new Draft(
        line(scheduled.call()).orElseThrow().rule(),
        lightTasks.isLight(scheduled) ? Confidence.LOW : Confidence.MEDIUM,
        made.body().site(node),
        "Tasks of "
            + name
            + " that are cancelled stay in its queue, with all they hold, until their time has come",
        isTimer(scheduled.call().callee().owner())
            ? "Call `purge()` after every so many tasks that are cancelled"
            : "Make it a `ScheduledThreadPoolExecutor` and call `setRemoveOnCancelPolicy(true)`",
        path);
  }
}
