package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges what lets entries of a collection go, and whether anything runs it. */
public final class Releases {
  private static final Pattern CLEARS =
      Pattern.compile("(clear|reset|flush|purge|invalidate|release|remove|evict)(\\p{Upper}.*)?");
  private static final Pattern ENDS =
      Pattern.compile(
          "(do|on|pre|internal)?(close|dispose|destroy|shutdown|shutDown|shutdownNow|stop|terminate)"
              + "(Internal|Impl|Now|Gracefully|Immediately|All)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SWEEPS =
      Pattern.compile("(clear|reset|purge|invalidate|evict|expire)(\\p{Upper}.*)?");
  private static final Pattern CONSUMES = Pattern.compile("(poll|take|drainTo|pop).*");

  private final Code code;
  private final Origins origins;
  private final Starts starts;
  private final SizeTests sizeTests;
  private final WrongReleases wrong;
  private final LazyExpiry lazy;

  public Releases(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.starts = Starts.of(code);
    this.sizeTests = new SizeTests(origins);
    this.wrong = new WrongReleases(code);
    this.lazy = new LazyExpiry(code);
  }

  /** The best release that the uses of one field show. */
  public Release of(FieldKey field, List<Use> uses) {
    List<Release> found = new ArrayList<>();
    for (Use use : uses) {
      judge(field, use, uses).map(release -> withGrowth(release, uses)).ifPresent(found::add);
    }
    Release best =
        found.stream()
            .max((a, b) -> a.kind().compareTo(b.kind()))
            .or(() -> wrong.onlyReads(uses))
            .orElseGet(() -> new Release(Release.Kind.NONE, "", null));
    if (best.kind() == Release.Kind.AUTOMATIC || best.kind() == Release.Kind.KEYED) {
      return lazy.of(uses).orElse(best);
    }
    boolean all = best.kind() == Release.Kind.MANUAL || best.kind() == Release.Kind.ENDING;
    return all || best.kind() == Release.Kind.NONE ? wrong.onlyEmpties(uses).orElse(best) : best;
  }

  /** What the growing method itself removes goes as often as something comes. */
  private static Release withGrowth(Release release, List<Use> uses) {
    boolean unused = release.kind().isByHand();
    boolean together =
        unused
            && uses.stream()
                .anyMatch(use -> use.adds() && use.site().method().equals(release.site().method()));
    return together ? new Release(Release.Kind.AUTOMATIC, release.text(), release.site()) : release;
  }

  private Optional<Release> judge(FieldKey field, Use use, List<Use> uses) {
    Optional<Body> body = code.body(use.site().method());
    if (body.isEmpty()) {
      return Optional.empty();
    }
    if (use.removes()) {
      return Optional.of(removal(field, use, body.get(), uses));
    }
    if (use.is(Effect.Kind.COUNTS)
        && use.reach() != Use.Reach.ENTRY
        && sizeTests.isCompared(body.get(), use)) {
      return Optional.of(new Release(Release.Kind.BOUND, "its size is tested", use.site()));
    }
    if (use.kind() == Use.Kind.WRITTEN && replaces(field, use, body.get())) {
      return Optional.of(reached(field, use, body.get()));
    }
    return Optional.empty();
  }

  private Release removal(FieldKey field, Use use, Body body, List<Use> uses) {
    if (wrong.isKeyedByThread(use, body)
        && uses.stream().anyMatch(add -> WrongReleases.looksUp(add, use, uses))) {
      return new Release(
          Release.Kind.WRONG,
          "`" + body.flow().source().name() + "()` " + WrongReleases.OWN_THREAD,
          use.site());
    }
    return reached(field, use, body);
  }

  private Release reached(FieldKey field, Use use, Body body) {
    String name = body.flow().source().name();
    if (isAtEnd(field, use, body)) {
      return new Release(Release.Kind.ENDING, "only `" + name + "()` releases", use.site());
    }
    if (isConsumed(use) && !isEndOfAll(field, body) || isRun(body.flow())) {
      return new Release(Release.Kind.AUTOMATIC, "`" + name + "()` releases", use.site());
    }
    boolean keyed = use.call() != null && !use.call().arguments().isEmpty();
    boolean sweeps = use.call() != null && sweeps(use);
    Release.Kind kind =
        sweeps ? Release.Kind.SWEEP : keyed ? Release.Kind.KEYED : Release.Kind.MANUAL;
    return new Release(kind, "only `" + name + "()` releases", use.site());
  }

  /** Removes those that are old or unused, as it is meant to be done from time to time. */
  private static boolean sweeps(Use use) {
    String callee = use.call().callee().name();
    return callee.equals("removeIf")
        || callee.equals("remove")
            && use.reach() == Use.Reach.VIEW
            && use.call().arguments().isEmpty();
  }

  /** Everything goes, and the object that holds it with it: too late for one that lives long. */
  private boolean isAtEnd(FieldKey field, Use use, Body body) {
    boolean all = use.call() == null || use.call().arguments().isEmpty();
    return all
        && !isConsumed(use)
        && !isStatic(field)
        && !body.flow().isStatic()
        && ENDS.matcher(body.flow().source().name()).matches()
        && code.world().types().isSubtype(body.flow().source().className(), field.owner());
  }

  /** {@code static void shutDown()} that empties a static queue: all go, and none before. */
  private boolean isEndOfAll(FieldKey field, Body body) {
    return isStatic(field)
        && body.flow().isStatic()
        && ENDS.matcher(body.flow().source().name()).matches();
  }

  /** Whoever fills a queue has somebody in mind who takes from it. */
  private static boolean isConsumed(Use use) {
    return use.call() != null && CONSUMES.matcher(use.call().callee().name()).matches();
  }

  /** Whether something in the program, or a framework by contract, runs the method. */
  public boolean isRun(MethodFlow flow) {
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

  /**
   * Methods that a supertype from elsewhere declares are called through it; of the program's own
   * types it is seen whether anything does. A sweep is nothing that frameworks run by themselves.
   */
  private boolean implementsContract(MethodRef method, MethodFlow flow) {
    if (method.isConstructor() || flow.isStatic()) {
      return method.name().equals(MethodRef.STATIC_INITIALISER);
    }
    if (!code.world().types().isComplete(method.owner())) {
      return Access.has(flow.access(), Access.PUBLIC);
    }
    for (String owner : code.world().types().supertypes(method.owner())) {
      boolean declared =
          !code.owns(owner)
              && (Platform.isJdk(owner) || !SWEEPS.matcher(method.name()).matches())
              && code.world().program().type(owner).flatMap(t -> t.method(method)).isPresent();
      if (declared) {
        return true;
      }
    }
    return false;
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
          && origins.isRead(body, node.id(), test.left(), field)) {
        return true;
      }
    }
    return false;
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
                        .anyMatch(a -> origins.isRead(body, node.id(), a, field)));
  }
}
