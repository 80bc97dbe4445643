package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds values that one thread is given and another should take away, which it cannot: each thread
 * reaches its own alone.
 */
final class OtherThreads {
  private static final Set<String> TASKS = Set.of("run", "call");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Capacities capacities;

  OtherThreads(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
    this.capacities = new Capacities(code);
  }

  /**
   * A heavy value of each thread that uses the object, of which {@code close()} removes that of one
   * thread only.
   */
  Optional<Remain> ofOwner(ThreadUses uses) {
    List<Use> removes = uses.calls("remove").toList();
    Optional<Use> heavy = uses.all().stream().filter(this::makesHeavy).findFirst();
    if (uses.isStatic() || removes.isEmpty() || heavy.isEmpty()) {
      return Optional.empty();
    }
    boolean atEnd =
        removes.stream()
            .flatMap(use -> code.body(use.site().method()).stream())
            .allMatch(body -> Lifecycle.ends(body.flow()));
    Optional<Body> task =
        uses.calls("get")
            .map(use -> use.site().method())
            .flatMap(method -> code.callers(method).stream())
            .flatMap(site -> code.body(site.method()).stream())
            .filter(body -> isTask(body))
            .findFirst();
    Use remove = removes.get(0);
    return code.body(remove.site().method())
        .filter(body -> atEnd && task.isPresent() && !isTask(body))
        .map(body -> ofOwner(uses, heavy.get(), body, remove.site().node()));
  }

  private Remain ofOwner(ThreadUses uses, Use heavy, Body end, int remove) {
    String message =
        "Each thread that uses the object keeps its own value of "
            + uses.name()
            + ", and `"
            + end.flow().source().name()
            + "()` removes that of the thread which calls it alone";
    String help = "Share a bounded pool among the threads, or remove where each task ends";
    return new Remain(heavy.site(), Confidence.MEDIUM, message, help, end, remove);
  }

  /** Memory outside the heap, or what must be closed, made for each thread at first. */
  private boolean makesHeavy(Use use) {
    return use.kind() == Use.Kind.WRITTEN
        && origins.stored(use.site()).stream()
            .flatMap(local -> capacities.initial(local).stream())
            .anyMatch(this::returnsHeavy);
  }

  private boolean returnsHeavy(Body makes) {
    return makes.nodes().stream()
        .filter(node -> node.step() instanceof Step.Return)
        .flatMap(node -> origins.of(makes, node.id(), ((Step.Return) node.step()).value()).stream())
        .anyMatch(this::isHeavy);
  }

  private boolean isHeavy(Origin value) {
    return value instanceof Origin.Result result
            && (result.call().callee().name().equals("allocateDirect")
                || isCloseable(result.call().callee().result()))
        || value instanceof Origin.Fresh fresh && isCloseable(fresh.type());
  }

  private boolean isCloseable(String type) {
    return world.types().isSubtype(type, "java.lang.AutoCloseable")
        && !type.matches("java\\.io\\.(ByteArray|String|CharArray)\\w+");
  }

  /** Whether the code is a function or task, which others than its maker may run. */
  static boolean isTask(Body body) {
    MethodFlow flow = body.flow();
    return flow.isLambdaBody()
        || TASKS.contains(flow.method().name()) && flow.method().parameters().isEmpty();
  }

  /** Objects for use again: taken by one thread, given back by another, which keeps them all. */
  Optional<Remain> ofFreeList(ThreadUses uses) {
    List<Use> entries = uses.entries();
    if (uses.calls("remove").findAny().isPresent()) {
      return Optional.empty();
    }
    List<Use> takes =
        entries.stream().filter(use -> use.is(Effect.Kind.REMOVES) && isReturned(use)).toList();
    Set<MethodRef> takers = methods(takes.stream());
    return entries.stream()
        .filter(use -> use.is(Effect.Kind.ADDS) && !takers.contains(use.site().method()))
        .filter(use -> isGiven(use) && isUncounted(entries, use.site().method()))
        .filter(use -> isCalledByTask(use.site().method()))
        .filter(use -> takers.stream().anyMatch(taker -> !isCalledByTask(taker)))
        .findFirst()
        .flatMap(use -> code.body(use.site().method()).map(body -> ofFreeList(uses, use, body)));
  }

  private static Set<MethodRef> methods(Stream<Use> uses) {
    return uses.map(use -> use.site().method()).collect(Collectors.toSet());
  }

  private boolean isGiven(Use add) {
    Optional<Body> body = code.body(add.site().method());
    return body.isPresent()
        && add.call().arguments().size() == 1
        && origins.ofArguments(body.get(), add.site().node(), add.call()).anyMatch(Origin::isGiven);
  }

  private static boolean isUncounted(List<Use> entries, MethodRef method) {
    return entries.stream()
        .filter(use -> use.site().method().equals(method))
        .noneMatch(use -> use.is(Effect.Kind.COUNTS));
  }

  private boolean isCalledByTask(MethodRef method) {
    return code.callers(method).stream()
        .map(Site::method)
        .flatMap(caller -> code.body(caller).stream())
        .anyMatch(OtherThreads::isTask);
  }

  /** Whether the caller of the method gets what is taken out here. */
  private boolean isReturned(Use take) {
    return code.body(take.site().method()).stream()
        .anyMatch(
            body ->
                body.nodes().stream()
                    .anyMatch(
                        node ->
                            node.step() instanceof Step.Return back
                                && origins.isMadeAt(
                                    body, node.id(), back.value(), take.site().node())));
  }

  private Remain ofFreeList(ThreadUses uses, Use add, Body body) {
    String message =
        "The collection in "
            + uses.name()
            + " grows in threads that give back what others have taken, and nothing limits it";
    String help = "Drop what is given back when there is enough in the collection";
    return new Remain(add.site(), Confidence.MEDIUM, message, help, body, add.site().node());
  }
}
