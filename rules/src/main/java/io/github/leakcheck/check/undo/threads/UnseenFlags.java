package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges threads that ask a flag whether they should go on, but wait without a limit in between:
 * whoever sets the flag does not wake them, so that they stay.
 */
public final class UnseenFlags {
  private static final String RULE = "thread-never-stopped";
  private static final int CALLS = 3;

  /** What waits until somebody else does something, by the types that have it. */
  private static final Map<String, String> WAITS =
      Map.of(
          "take", "java.util.concurrent.BlockingQueue",
          "takeFirst", "java.util.concurrent.BlockingDeque",
          "takeLast", "java.util.concurrent.BlockingDeque",
          "wait", "java.lang.Object",
          "acquire", "java.util.concurrent.Semaphore",
          "remove", "java.lang.ref.ReferenceQueue");

  /** What may end such a wait, whatever it is called on. */
  private static final Set<String> WAKES =
      Set.of(
          "interrupt",
          "stop",
          "shutdownNow",
          "shutdown",
          "cancel",
          "close",
          "add",
          "addFirst",
          "addLast",
          "offer",
          "offerFirst",
          "offerLast",
          "put",
          "putFirst",
          "putLast",
          "notify",
          "notifyAll",
          "signal",
          "signalAll",
          "release",
          "countDown",
          "enqueue",
          "unpark");

  /** What ends a thread, of those that wake it. */
  private static final Set<String> ENDS = Set.of("interrupt", "stop", "shutdownNow", "cancel");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final ThreadBodies bodies;
  private final Places places;

  public UnseenFlags(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.bodies = new ThreadBodies(code);
    this.places = new Places(world);
  }

  /** Threads that methods of the class start and a flag should end. */
  public List<Draft> judge(TypeFacts type) {
    List<Draft> found = new ArrayList<>();
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Call call
            && call.callee().name().equals("start")
            && world.types().isSubtype(call.callee().owner(), "java.lang.Thread")) {
          bodies.of(body, node.id(), call).stream()
              .flatMap(run -> deaf(body, node.id(), run).stream())
              .findFirst()
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Draft> deaf(Body starts, int start, Body run) {
    for (Node node : run.nodes()) {
      if (node.step() instanceof Step.Call call && waits(call)) {
        for (FieldKey flag : flags(run, node.id())) {
          Optional<Body> sets = sets(flag, starts, run);
          if (sets.isPresent()) {
            return Optional.of(draft(starts, start, run, node.id(), sets.get()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean waits(Step.Call call) {
    String owner = WAITS.get(call.callee().name());
    return owner != null
        && call.arguments().isEmpty()
        && world.types().isSubtype(call.callee().owner(), owner);
  }

  /** Fields that the loop around the wait asks. */
  private Set<FieldKey> flags(Body run, int wait) {
    Set<FieldKey> found = new LinkedHashSet<>();
    for (Node node : run.nodes()) {
      if (node.step() instanceof Step.Test test
          && Ways.lead(run, node.id(), wait)
          && leadsBack(run, wait, node.id())) {
        for (Origin origin : origins.of(run, node.id(), test.left())) {
          flag(origin).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** A field of its own, or the one whose atomic value is asked. */
  private Optional<FieldKey> flag(Origin asked) {
    if (asked instanceof Origin.OfField field && field.field().type().equals("boolean")) {
      return Optional.of(code.key(field.field()));
    }
    return asked instanceof Origin.Result result && isAtomic(result.call(), Set.of("get"))
        ? atomic(result.body(), result.node(), result.call())
        : Optional.empty();
  }

  private static boolean isAtomic(Step.Call call, Set<String> names) {
    return call.callee().owner().equals("java.util.concurrent.atomic.AtomicBoolean")
        && names.contains(call.callee().name());
  }

  private Optional<FieldKey> atomic(Body body, int node, Step.Call call) {
    return origins.of(body, node, call.receiver()).stream()
        .filter(Origin.OfField.class::isInstance)
        .map(origin -> code.key(((Origin.OfField) origin).field()))
        .findFirst();
  }

  private static boolean leadsBack(Body run, int wait, int test) {
    return run.flow().node(wait).next().stream().anyMatch(next -> Ways.lead(run, next, test));
  }

  /** The method that sets the flag, if neither it nor who calls it does anything that wakes. */
  private Optional<Body> sets(FieldKey flag, Body starts, Body run) {
    List<Body> setting =
        Stream.concat(code.stores(flag).stream(), code.loads(flag).stream().filter(this::changes))
            .map(Site::method)
            .distinct()
            .filter(method -> !method.name().startsWith("<"))
            .flatMap(method -> code.body(method).stream())
            .filter(body -> body != run && body != starts)
            .toList();
    boolean woken =
        setting.stream().anyMatch(body -> isWoken(body) || allEnd(body)) || isInterrupted(run);
    return woken ? Optional.empty() : setting.stream().findFirst();
  }

  /** Whether the atomic value that the step reads from its field is told to be false next. */
  private boolean changes(Site load) {
    return code.body(load.method())
        .filter(body -> body.nodes().stream().anyMatch(node -> changes(body, node, load.node())))
        .isPresent();
  }

  private boolean changes(Body body, Node node, int load) {
    return node.step() instanceof Step.Call call
        && isAtomic(call, Set.of("set", "getAndSet", "compareAndSet", "lazySet"))
        && origins.of(body, node.id(), call.receiver()).stream()
            .anyMatch(o -> o.isReadAt(body, load))
        && origins.of(body, node.id(), call.arguments().get(call.arguments().size() - 1)).stream()
            .anyMatch(
                o ->
                    o instanceof Origin.Constant c
                        && Integer.valueOf(0).equals(c.constant().value()));
  }

  private boolean isWoken(Body setting) {
    return wakes(setting, CALLS, new HashSet<>())
        || code.callers(setting.method()).stream()
            .filter(site -> isIn(site, setting.method().owner()))
            .flatMap(site -> code.body(site.method()).stream())
            .anyMatch(caller -> wakes(caller, 1, new HashSet<>()));
  }

  /** Whether all who have the flag set end the thread as well, each by itself. */
  private boolean allEnd(Body setting) {
    List<Site> callers = code.callers(setting.method());
    return !callers.isEmpty()
        && callers.stream()
            .allMatch(
                site ->
                    code.body(site.method())
                        .filter(caller -> ends(caller, setting.method()))
                        .isPresent());
  }

  /** Whether it ends the thread, apart from having the flag set, whatever that is called. */
  private boolean ends(Body caller, MethodRef sets) {
    return caller.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && ENDS.contains(call.callee().name())
                    && !call.callee().name().equals(sets.name())
                    && !isOfCurrent(caller.site(node.id())));
  }

  private boolean wakes(Body body, int depth, Set<MethodRef> seen) {
    if (!seen.add(body.method())) {
      return false;
    }
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call) {
        if (WAKES.contains(call.callee().name()) && !isOfCurrent(body.site(node.id()))
            || depth > 0
                && code.target(call).filter(target -> wakes(target, depth - 1, seen)).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the class of the thread, or another one that knows it, interrupts it. */
  private boolean isInterrupted(Body run) {
    String type = run.method().owner();
    return code.callsNamed("interrupt", 0).stream()
        .anyMatch(
            called ->
                called.callee().owner().equals(type)
                    || called.callee().owner().equals("java.lang.Thread")
                        && Code.nestOf(called.site().method().owner()).equals(Code.nestOf(type))
                        && !isOfCurrent(called.site()));
  }

  private static boolean isIn(Site site, String type) {
    String owner = site.method().owner();
    return owner.equals(type) || owner.startsWith(type + "$");
  }

  private boolean isOfCurrent(Site site) {
    Optional<Body> body = code.body(site.method());
    return body.isPresent()
        && body.get().step(site.node()) instanceof Step.Call call
        && origins.of(body.get(), site.node(), call.receiver()).stream()
            .allMatch(
                o ->
                    o instanceof Origin.Result r
                        && r.call().callee().name().equals("currentThread"));
  }

  private Draft draft(Body starts, int start, Body run, int wait, Body sets) {
    String name = ((Step.Call) run.step(wait)).callee().name();
    String end = "`" + sets.flow().source().name() + "()`";
    return new Draft(
        RULE,
        Confidence.MEDIUM,
        starts.site(start),
        end
            + " sets a flag, but the thread started here waits in `"
            + name
            + "()` without a limit and does not see it",
        "Interrupt the thread in " + end + ", or wait with a limit",
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, places.of(starts, start), "started here"),
            new PathStep(PathStep.Kind.EXIT, places.of(sets, 0), "does not wake it")));
  }
}
