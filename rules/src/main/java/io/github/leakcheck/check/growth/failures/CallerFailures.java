package io.github.leakcheck.check.growth.failures;

import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows an entry out of the method that adds it: a constructor, a factory or a registering method
 * adds, and the caller goes on with a call for the same entry that throws.
 */
final class CallerFailures {
  private static final int DEPTH = 3;
  private static final Set<String> ITERATES =
      Set.of("values", "entrySet", "keySet", "forEach", "iterator");

  private final Code code;
  private final Origins origins;
  private final Reaches reaches;
  private final Throwing throwing;
  private final HandledFailures undone;

  CallerFailures(Code code, Reaches reaches, Throwing throwing, HandledFailures undone) {
    this.code = code;
    this.origins = Origins.of(code);
    this.reaches = reaches;
    this.throwing = throwing;
    this.undone = undone;
  }

  /** An entry as one body knows it: what was added, and the key that it was added under. */
  private record Entry(Body body, Set<Origin> parts) {}

  /**
   * The call that fails in some caller and leaves the entry behind.
   *
   * @param uses all uses of the collection
   * @param removals all removals among them, each of a single entry
   */
  Optional<Site> of(Use added, Body body, List<Use> uses, List<Use> removals) {
    Set<Origin> parts = new HashSet<>();
    for (int argument : added.call().arguments()) {
      parts.addAll(origins.of(body, added.site().node(), argument));
    }
    return parts.stream().noneMatch(part -> isMadeBy(body, part))
            || uses.stream().anyMatch(use -> isSweep(use, removals))
        ? Optional.empty()
        : outside(new Entry(body, parts), removals, DEPTH);
  }

  /** Who is given what he registers is told by others when that ends. */
  private static boolean isMadeBy(Body body, Origin part) {
    return part instanceof Origin.Fresh fresh && fresh.body() == body
        || part.isThis() && body.method().isConstructor();
  }

  /** Whoever looks through all entries to remove some finds those that failed as well. */
  private static boolean isSweep(Use use, List<Use> removals) {
    return use.kind() == Use.Kind.CALLED
        && ITERATES.contains(use.call().callee().name())
        && removals.stream().anyMatch(r -> r.site().method().equals(use.site().method()));
  }

  private Optional<Site> outside(Entry entry, List<Use> removals, int depth) {
    return depth == 0 || reaches.any(entry.body().method(), removals)
        ? Optional.empty()
        : code.callers(entry.body().method()).stream()
            .flatMap(caller -> at(caller, entry, removals, depth).stream())
            .findFirst();
  }

  private Optional<Site> at(Site caller, Entry entry, List<Use> removals, int depth) {
    Optional<Body> body = code.body(caller.method());
    if (body.isEmpty() || !(body.get().step(caller.node()) instanceof Step.Call call)) {
      return Optional.empty();
    }
    Entry here = new Entry(body.get(), parts(entry, body.get(), caller.node(), call));
    return failing(here, caller.node(), removals).or(() -> outside(here, removals, depth - 1));
  }

  /** What the caller knows of the entry: what it gives for it, and what it gets back. */
  private Set<Origin> parts(Entry inside, Body body, int node, Step.Call call) {
    Set<Origin> found = new HashSet<>();
    for (Origin part : inside.parts()) {
      if (part instanceof Origin.OfParameter parameter && part.body() == inside.body()) {
        int register =
            parameter.position() < 0
                ? call.receiver()
                : parameter.position() < call.arguments().size()
                    ? call.arguments().get(parameter.position())
                    : Step.NONE;
        found.addAll(origins.of(body, node, register));
      }
    }
    found.removeIf(part -> !isPart(part, body));
    if (returns(inside)) {
      found.add(new Origin.Result(body, node, call));
    }
    return found;
  }

  private static boolean isPart(Origin part, Body body) {
    return part.body() == body && (part instanceof Origin.OfParameter || isMade(part));
  }

  private static boolean isMade(Origin part) {
    return part instanceof Origin.Fresh || part instanceof Origin.Result;
  }

  private boolean returns(Entry entry) {
    return entry.body().nodes().stream()
        .filter(node -> node.step() instanceof Step.Return)
        .flatMap(
            node ->
                origins.of(entry.body(), node.id(), ((Step.Return) node.step()).value()).stream())
        .anyMatch(entry.parts()::contains);
  }

  private Optional<Site> failing(Entry entry, int added, List<Use> removals) {
    Body body = entry.body();
    if (entry.parts().stream().noneMatch(CallerFailures::isMade)
        || body.nodes().stream().anyMatch(n -> keeps(entry, n) || promises(entry, n, removals))) {
      return Optional.empty();
    }
    return body.nodes().stream()
        .filter(node -> node.id() > added && begins(entry, node))
        .filter(node -> !undone.removes(body, node, removals))
        .filter(node -> leads(body, added, node.id(), removals))
        .filter(node -> !undone.is(body, node, removals))
        .findFirst()
        .filter(node -> code.callers(body.method()).stream().noneMatch(c -> undoes(c, removals)))
        .map(node -> body.site(node.id()));
  }

  /** What is kept elsewhere as well may be ended from there. */
  private boolean keeps(Entry entry, Node node) {
    int value =
        node.step() instanceof Step.StoreField store
            ? store.value()
            : node.step() instanceof Step.StoreElement store ? store.value() : Step.NONE;
    return origins.of(entry.body(), node.id(), value).stream()
        .anyMatch(origin -> isMade(origin) && entry.parts().contains(origin));
  }

  /** Whether the step makes what removes the entry once somebody runs it. */
  private boolean promises(Entry entry, Node node, List<Use> removals) {
    Body body = entry.body();
    if (node.step() instanceof Step.Lambda lambda) {
      return reaches.from(new Origin.Function(body, node.id(), lambda), removals);
    }
    if (node.step() instanceof Step.New made) {
      Origin fresh = new Origin.Fresh(body, node.id(), made.type());
      return !entry.parts().contains(fresh) && reaches.from(fresh, removals);
    }
    return false;
  }

  /** Whether the call begins what the entry waits for, and may fail at that. */
  private boolean begins(Entry entry, Node node) {
    if (!(node.step() instanceof Step.Call call)
        || call.kind() == Step.CallKind.CONSTRUCTOR
        || !isGiven(entry, node.id(), call)) {
      return false;
    }
    boolean sends = Failures.sends(node);
    boolean expected = throwing.isExpectedToFail(entry.body(), node);
    return sends && (expected || throwing.declaresChecked(call))
        || expected && throwing.isHandedIn(call);
  }

  /** Whether the call gets the entry, its key, or what the entry says of itself. */
  private boolean isGiven(Entry entry, int node, Step.Call call) {
    return origins.isAny(entry.body(), node, call.receiver(), entry.parts())
        || origins
            .ofArguments(entry.body(), node, call)
            .anyMatch(origin -> entry.parts().contains(origin) || isOf(entry, origin));
  }

  private boolean isOf(Entry entry, Origin origin) {
    int node =
        origin instanceof Origin.OfField field
            ? field.node()
            : origin instanceof Origin.Result result ? result.node() : Step.NONE;
    return origin.body() == entry.body()
        && node >= 0
        && entry.body().step(node) instanceof Step.Call getter
        && origins.isAny(entry.body(), node, getter.receiver(), entry.parts());
  }

  private boolean leads(Body body, int added, int node, List<Use> removals) {
    MethodFlow flow = body.flow();
    return Reachability.leads(
        flow,
        flow.node(added).next(),
        to -> to == node,
        at -> at == added || undone.removes(body, flow.node(at), removals));
  }

  /** Whether the caller removes the entry where it catches what the method throws. */
  private boolean undoes(Site caller, List<Use> removals) {
    return code.body(caller.method())
        .filter(body -> undone.isInSameRound(body, body.flow().node(caller.node()), removals))
        .isPresent();
  }
}
