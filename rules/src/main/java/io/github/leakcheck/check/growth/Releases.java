package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges what lets entries of a collection go, and whether anything runs it. */
final class Releases {
  private static final Set<String> IDENTITIES = Set.of("getId", "threadId", "getName");
  private static final Pattern RELEASES =
      Pattern.compile(
          "(remove|unregister|deregister|delete|evict|discard|release|drop)(\\p{Upper}.*)?");

  private static final Set<String> ASKS = Set.of("computeIfAbsent", "putIfAbsent");
  private static final Pattern CLEARS =
      Pattern.compile("(clear|reset|flush|purge|invalidate|release|remove|evict)(\\p{Upper}.*)?");
  private static final Pattern CONSUMES = Pattern.compile("(poll|take|drainTo|pop).*");

  private final Code code;
  private final Origins origins;
  private final Starts starts;
  private final Effects effects;

  Releases(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.starts = Starts.of(code);
    this.effects = Effects.of(code.world());
  }

  /** The best release that the uses of one field show. */
  Release of(FieldKey field, List<Use> uses) {
    List<Release> found = new ArrayList<>();
    for (Use use : uses) {
      judge(field, use, uses).map(release -> withGrowth(release, uses)).ifPresent(found::add);
    }
    return found.stream()
        .max((a, b) -> a.kind().compareTo(b.kind()))
        .or(() -> onlyReads(uses))
        .orElseGet(() -> new Release(Release.Kind.NONE, "", null));
  }

  /** What the growing method itself removes goes as often as something comes. */
  private static Release withGrowth(Release release, List<Use> uses) {
    boolean unused = release.kind() == Release.Kind.MANUAL || release.kind() == Release.Kind.KEYED;
    boolean together =
        unused
            && uses.stream()
                .anyMatch(use -> use.adds() && use.site().method().equals(release.site().method()));
    return together ? new Release(Release.Kind.AUTOMATIC, release.text(), release.site()) : release;
  }

  /** {@code removeSensor(name)} that calls {@code sensors.get(name)} and leaves it at that. */
  private Optional<Release> onlyReads(List<Use> uses) {
    for (Use use : uses) {
      Optional<Body> body = code.body(use.site().method());
      if (use.is(Effect.Kind.GETS)
          && use.reach() == Use.Reach.ITSELF
          && use.call().callee().name().equals("get")
          && body.isPresent()
          && RELEASES.matcher(body.get().flow().source().name()).matches()
          && !removesElsewhere(body.get())) {
        String text = "`" + body.get().flow().source().name() + "()` only reads them";
        return Optional.of(new Release(Release.Kind.WRONG, text, use.site()));
      }
    }
    return Optional.empty();
  }

  /** Whether the body takes something out of any collection. */
  private boolean removesElsewhere(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && effects.of(call.callee()).kind() == Effect.Kind.REMOVES);
  }

  private Optional<Release> judge(FieldKey field, Use use, List<Use> uses) {
    Optional<Body> body = code.body(use.site().method());
    if (body.isEmpty()) {
      return Optional.empty();
    }
    if (use.removes()) {
      return Optional.of(removal(use, body.get(), uses));
    }
    if (use.is(Effect.Kind.COUNTS) && isCompared(body.get(), use)) {
      return Optional.of(new Release(Release.Kind.BOUND, "its size is tested", use.site()));
    }
    if (use.kind() == Use.Kind.WRITTEN && replaces(field, use, body.get())) {
      return Optional.of(reached(use, body.get()));
    }
    return Optional.empty();
  }

  private Release removal(Use use, Body body, List<Use> uses) {
    if (isKeyedByThread(use, body) && uses.stream().anyMatch(add -> looksUp(add, use, uses))) {
      return new Release(
          Release.Kind.WRONG,
          "`" + body.flow().source().name() + "()` removes the current thread's entry only",
          use.site());
    }
    return reached(use, body);
  }

  /** {@code map.remove(Thread.currentThread().getId())}: other threads' entries stay. */
  private boolean isKeyedByThread(Use use, Body body) {
    return use.call() != null
        && use.call().callee().name().equals("remove")
        && use.call().arguments().stream()
            .anyMatch(argument -> isThread(body, use.site().node(), argument, 3));
  }

  /** An entry made by merely asking for it: its thread does not know that it must remove it. */
  private static boolean looksUp(Use add, Use removal, List<Use> uses) {
    if (!add.adds() || add.site().method().equals(removal.site().method())) {
      return false;
    }
    return ASKS.contains(add.call().callee().name())
        || uses.stream()
            .filter(use -> use.site().method().equals(add.site().method()))
            .anyMatch(
                use ->
                    use.is(Effect.Kind.GETS)
                        || use.call() != null && use.call().callee().name().equals("containsKey"));
  }

  private boolean isThread(Body body, int node, int register, int depth) {
    for (Origin origin : origins.of(body, node, register)) {
      if (origin instanceof Origin.Result result
          && result.call().callee().owner().equals("java.lang.Thread")
          && (result.call().callee().name().equals("currentThread")
              || IDENTITIES.contains(result.call().callee().name())
                  && depth > 0
                  && isThread(result.body(), result.node(), result.call().receiver(), depth - 1))) {
        return true;
      }
    }
    return false;
  }

  private Release reached(Use use, Body body) {
    String name = body.flow().source().name();
    if (isConsumed(use) || isRun(body.flow())) {
      return new Release(Release.Kind.AUTOMATIC, "`" + name + "()` releases", use.site());
    }
    boolean keyed = use.call() != null && !use.call().arguments().isEmpty();
    Release.Kind kind = keyed ? Release.Kind.KEYED : Release.Kind.MANUAL;
    return new Release(kind, "only `" + name + "()` releases", use.site());
  }

  /** Whoever fills a queue has somebody in mind who takes from it. */
  private static boolean isConsumed(Use use) {
    return use.call() != null && CONSUMES.matcher(use.call().callee().name()).matches();
  }

  /** Whether something in the program, or a framework by contract, runs the method. */
  private boolean isRun(MethodFlow flow) {
    if (flow.isLambdaBody()
        || implementsContract(flow.method(), flow)
        || isManaged(flow)
        || starts.onlyAtStart(flow.method()) == Starts.Answer.YES) {
      return true;
    }
    List<Site> callers = code.callers(flow.method());
    return callers.stream().anyMatch(site -> isOther(flow, site))
        || callers.isEmpty() && Access.has(flow.access(), Access.PROTECTED);
  }

  /** A caller that is not just the next method that nobody calls. */
  private boolean isOther(MethodFlow flow, Site caller) {
    if (caller.method().equals(flow.method())) {
      return false;
    }
    Optional<Body> body = code.body(caller.method());
    boolean wraps =
        body.isPresent()
            && CLEARS.matcher(body.get().flow().source().name()).matches()
            && code.callers(caller.method()).isEmpty()
            && !implementsContract(caller.method(), body.get().flow());
    return !wraps;
  }

  private static boolean isManaged(MethodFlow flow) {
    return flow.annotations().stream()
        .anyMatch(a -> Set.of("PreDestroy", "Scheduled", "EventListener", "Subscribe").contains(a));
  }

  /** Methods that a supertype declares are called through it. */
  private boolean implementsContract(MethodRef method, MethodFlow flow) {
    if (method.isConstructor() || flow.isStatic()) {
      return method.name().equals(MethodRef.STATIC_INITIALISER);
    }
    if (!code.world().types().isComplete(method.owner())) {
      return Access.has(flow.access(), Access.PUBLIC);
    }
    for (String owner : code.world().types().supertypes(method.owner())) {
      boolean declared =
          !owner.equals(method.owner())
              && code.world().program().type(owner).flatMap(t -> t.method(method)).isPresent();
      if (declared) {
        return true;
      }
    }
    return false;
  }

  /** A comparison with anything but zero and the counter of a loop. */
  private boolean isCompared(Body body, Use use) {
    int counted = use.site().node();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Test test
          && (isFrom(body, node.id(), test.left(), counted) && limits(body, node.id(), test.right())
              || isFrom(body, node.id(), test.right(), counted)
                  && limits(body, node.id(), test.left())
              || isComputedFrom(body, node.id(), test.left(), counted))) {
        return true;
      }
    }
    return false;
  }

  private boolean limits(Body body, int node, int register) {
    return register != Step.NONE
        && !isZero(body, node, register)
        && !isCounter(body, node, register);
  }

  /** {@code i} of {@code for (int i = 0; i < size; i++)}: set by a constant and by arithmetic. */
  private boolean isCounter(Body body, int node, int register) {
    Set<Origin> found = origins.of(body, node, register);
    return found.stream().anyMatch(o -> o instanceof Origin.Constant)
        && found.stream().anyMatch(o -> compute(o) != null);
  }

  private static Step.Compute compute(Origin origin) {
    return origin instanceof Origin.Other other
            && other.body().step(other.node()) instanceof Step.Compute compute
        ? compute
        : null;
  }

  /** A test of something worked out from the count, as longs are compared. */
  private boolean isComputedFrom(Body body, int node, int register, int counted) {
    for (Origin origin : origins.of(body, node, register)) {
      Step.Compute compute = compute(origin);
      if (compute != null
          && compute.operands().stream()
              .anyMatch(o -> isFrom(body, ((Origin.Other) origin).node(), o, counted))) {
        return true;
      }
    }
    return false;
  }

  private boolean isFrom(Body body, int node, int register, int counted) {
    return origins.of(body, node, register).stream()
        .anyMatch(o -> o instanceof Origin.Result r && r.body() == body && r.node() == counted);
  }

  private boolean isZero(Body body, int node, int register) {
    return origins.of(body, node, register).stream()
        .allMatch(
            o -> o instanceof Origin.Constant c && Integer.valueOf(0).equals(c.constant().value()));
  }

  /** A write that drops what was collected: neither the first one, nor one that copies the old. */
  private boolean replaces(FieldKey field, Use use, Body body) {
    MethodRef method = use.site().method();
    boolean constructor =
        method.isConstructor() && method.owner().equals(field.owner()) && !isStatic(field);
    if (constructor || starts.onlyAtStart(method) == Starts.Answer.YES) {
      return false;
    }
    return !testsForNull(field, body) && !copies(field, use, body);
  }

  private boolean isStatic(FieldKey field) {
    return code.world()
        .program()
        .type(field.owner())
        .flatMap(type -> type.field(field.name()))
        .map(TypeFacts.FieldFacts::access)
        .filter(access -> Access.has(access, Access.STATIC))
        .isPresent();
  }

  private boolean testsForNull(FieldKey field, Body body) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Test test
          && test.comparison() == Step.Comparison.IS_NULL
          && readsField(field, body, node.id(), test.left())) {
        return true;
      }
    }
    return false;
  }

  private boolean readsField(FieldKey field, Body body, int node, int register) {
    return origins.of(body, node, register).stream()
        .anyMatch(o -> o instanceof Origin.OfField f && code.key(f.field()).equals(field));
  }

  /** Copy on write: {@code copy = new HashMap(entries); copy.put(..); entries = copy}. */
  private boolean copies(FieldKey field, Use use, Body body) {
    if (!(body.step(use.site().node()) instanceof Step.StoreField)) {
      return false;
    }
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && call.arguments().stream()
                        .anyMatch(a -> readsField(field, body, node.id(), a)));
  }
}
