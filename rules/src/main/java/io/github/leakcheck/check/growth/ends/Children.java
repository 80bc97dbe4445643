package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.HandedOut;
import io.github.leakcheck.check.growth.Releases;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Keys;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds collections of what an object must close at its end: each thing it makes is added, and one
 * that is closed before stays.
 */
public final class Children {
  private static final Pattern FOR_END =
      Pattern.compile(
          "(add|register|on|when)\\w*(Close|Closing|Closer|Closeable|Closable|Shutdown|Dispose"
              + "|Destroy|Destruction|Exit|Cleanup|Termination)(d|s|r)?"
              + "(Listener|Hook|Handler|Callback|Action|Task)?");
  private static final Pattern STARTS =
      Pattern.compile("(init|start|configure|setUp|setup|load|build)(\\p{Upper}.*)?");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Lifecycle lifecycle;
  private final Starts starts;
  private final Capacities capacities;
  private final Keys keys;
  private final Places places;
  private final Shared shared;
  private final HandedOut handedOut;
  private final Workers workers;
  private final Releases releases;

  private Children(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.lifecycle = Lifecycle.of(code);
    this.starts = Starts.of(code);
    this.capacities = new Capacities(code);
    this.keys = Keys.of(code);
    this.places = new Places(world);
    this.shared = Shared.of(code);
    this.handedOut = new HandedOut(code);
    this.workers = new Workers(code);
    this.releases = new Releases(code);
  }

  /** The judge of this analysis. */
  public static Children of(World world) {
    return world.once(Children.class, Children::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0
        || Access.has(field.access(), Access.STATIC)
        || shared.isBrief(owner)) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    List<Body> endings = lifecycle.endings(owner.name());
    Capacity capacity = capacities.ofField(uses);
    boolean never = uses.stream().filter(Use::removes).allMatch(this::isAtEnd);
    boolean unasked = never || uses.stream().filter(Use::removes).allMatch(this::isUnasked);
    boolean usedAtEnd = endings.stream().anyMatch(end -> uses(end, uses));
    if (!unasked || !usedAtEnd || capacity.kind().compareTo(Capacity.Kind.FIXED) <= 0) {
      return Optional.empty();
    }
    boolean threads = never && shared.isOfThreads(owner, capacity);
    return uses.stream()
        .filter(use -> use.adds() && use.reach() == Use.Reach.ITSELF)
        .filter(use -> never || use.call().arguments().size() == 1)
        .filter(this::isRepeated)
        .flatMap(
            use ->
                kept(use, uses, threads).stream()
                    .map(t -> draft(owner, field, use, t, endings.get(0))))
        .findFirst();
  }

  private Optional<String> kept(Use use, List<Use> uses, boolean threads) {
    return switch (use.call().arguments().size()) {
      case 1 ->
          made(use, threads)
              .or(() -> threads ? handedIn(use).or(() -> begun(use, uses)) : Optional.empty());
      case 2 ->
          asks(uses, use.site().method())
              ? Optional.empty()
              : started(use).or(() -> threads ? madeUnderKey(use, uses) : Optional.empty());
      default -> Optional.empty();
    };
  }

  /**
   * {@code watch = new Watch(path); watch.start(); watches.put(path, watch)}: runs until the end of
   * all, as no key leads to it again.
   */
  private Optional<String> started(Use use) {
    Body body = code.body(use.site().method()).orElseThrow();
    return !isOfMany(body, use)
        ? Optional.empty()
        : origins.of(body, use.site().node(), use.call().arguments().get(1)).stream()
            .filter(
                o -> o instanceof Origin.Fresh f && handedOut.hasEnd(f.type()) && starts(body, f))
            .map(o -> "`" + Names.simple(((Origin.Fresh) o).type()) + "`")
            .findFirst();
  }

  private boolean isOfMany(Body body, Use use) {
    return keys.of(body, use.site().node(), use.call().arguments().get(0))
            .domain()
            .compareTo(Domain.UNKNOWN)
        >= 0;
  }

  private static boolean asks(List<Use> uses, MethodRef method) {
    return uses.stream()
        .anyMatch(
            use ->
                use.kind() == Use.Kind.CALLED && !use.adds() && use.site().method().equals(method));
  }

  private boolean starts(Body body, Origin.Fresh made) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && call.callee().name().equals("start")
                    && origins.of(body, node.id(), call.receiver()).contains(made));
  }

  /** What goes one by one is no end of the whole. */
  private boolean isAtEnd(Use removal) {
    return (removal.call() == null || removal.call().arguments().isEmpty())
        && code.body(removal.site().method()).filter(b -> Lifecycle.ends(b.flow())).isPresent();
  }

  /** At the end, or in a method to take one out that nothing calls. */
  private boolean isUnasked(Use removal) {
    return isAtEnd(removal)
        || code.body(removal.site().method())
            .filter(body -> !releases.isRun(body.flow()))
            .isPresent();
  }

  private static boolean uses(Body ending, List<Use> uses) {
    return uses.stream()
        .anyMatch(
            use ->
                use.kind() == Use.Kind.CALLED && use.site().method().equals(ending.method())
                    || use.kind() == Use.Kind.PASSED
                        && use.site().method().equals(ending.method()));
  }

  private boolean isRepeated(Use use) {
    return code.body(use.site().method())
        .filter(body -> !body.flow().source().name().startsWith("<"))
        .filter(body -> !STARTS.matcher(body.flow().source().name()).matches())
        .filter(body -> starts.onlyAtStart(body, use.site().node()) == Starts.Answer.NO)
        .filter(body -> !starts.oncePerObject(body, use.site().node()))
        .isPresent();
  }

  /**
   * The class of what the method makes, adds and returns, if its objects have an end; or of what
   * another method of the class makes, has added by this one, and returns.
   */
  private Optional<String> made(Use use, boolean threads) {
    Body body = code.body(use.site().method()).orElseThrow();
    int element = use.call().arguments().get(0);
    return made(body, use.site().node(), element, threads)
        .or(() -> madeBefore(body, use.site().node(), element, threads));
  }

  private Optional<String> made(Body maker, int node, int element, boolean threads) {
    return threads || handedOut.isEndedByCallers(maker)
        ? handedOut.of(maker, node, element)
        : Optional.empty();
  }

  private Optional<String> madeBefore(Body adds, int node, int element, boolean threads) {
    for (Origin origin : origins.of(adds, node, element)) {
      if (origin instanceof Origin.OfParameter p && !p.isThis() && p.body() == adds) {
        for (Site site : code.callers(adds.method())) {
          Optional<String> made =
              code.body(site.method())
                  .filter(maker -> maker.method().owner().equals(adds.method().owner()))
                  .flatMap(maker -> madeFor(maker, site, p, threads));
          if (made.isPresent()) {
            return made;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> madeFor(
      Body maker, Site site, Origin.OfParameter parameter, boolean threads) {
    int position = parameter.position();
    return maker.step(site.node()) instanceof Step.Call call && position < call.arguments().size()
        ? made(maker, site.node(), call.arguments().get(position), threads)
        : Optional.empty();
  }

  /** A pool keeps those that it made for itself, too. */
  private Optional<String> begun(Use use, List<Use> uses) {
    List<Optional<String>> each = uses.stream().filter(Use::adds).map(this::begun).toList();
    return each.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : begun(use);
  }

  private Optional<String> begun(Use use) {
    return code.body(use.site().method())
        .filter(body -> use.call().arguments().size() == 1)
        .flatMap(body -> workers.of(body, use.site().node(), use.call().arguments().get(0)));
  }

  /**
   * {@code session = base.newSession(); sessions.put(session.id(), session); return session}: made
   * for the caller, and not shared with who asks for the same key, as a cache would do.
   */
  private Optional<String> madeUnderKey(Use use, List<Use> uses) {
    Body body = code.body(use.site().method()).orElseThrow();
    return HandedOut.isNamedSo(body)
            && isOfMany(body, use)
            && code.callers(body.method()).stream().noneMatch(site -> asks(uses, site.method()))
        ? handedOut.of(body, use.site().node(), use.call().arguments().get(1))
        : Optional.empty();
  }

  /** What others give to be run or ended at the end, when objects are made that end before. */
  private Optional<String> handedIn(Use use) {
    Body body = code.body(use.site().method()).orElseThrow();
    Set<Origin> element = origins.of(body, use.site().node(), use.call().arguments().get(0));
    if (element.size() != 1
        || !(element.iterator().next() instanceof Origin.OfParameter parameter)
        || parameter.isThis()
        || parameter.body() != body) {
      return Optional.empty();
    }
    boolean forEnd = FOR_END.matcher(body.flow().source().name()).matches();
    for (Site site : code.callers(body.method())) {
      Optional<Body> caller = code.body(site.method());
      if (caller.isPresent() && isOfOneThatEnds(caller.get(), site, parameter, forEnd)) {
        return Optional.of("`" + Names.simple(caller.get().flow().source().className()) + "`");
      }
    }
    return Optional.empty();
  }

  /** Whether the caller gives itself, or a function for the end, and its objects come and go. */
  private boolean isOfOneThatEnds(
      Body caller, Site site, Origin.OfParameter parameter, boolean forEnd) {
    int position = parameter.position();
    String type = caller.flow().source().className();
    if (!(caller.step(site.node()) instanceof Step.Call call)
        || position < 0
        || position >= call.arguments().size()
        || lifecycle.endings(type).isEmpty()
        || world.program().type(type).flatMap(Anchors.of(code)::of).isPresent()) {
      return false;
    }
    boolean self =
        origins.of(caller, site.node(), call.arguments().get(position)).stream()
            .anyMatch(
                o ->
                    o.isThis()
                        || forEnd
                            && o instanceof Origin.Function f
                            && !f.lambda().captured().isEmpty());
    return self
        && caller.method().isConstructor()
        && code.made(type).stream().anyMatch(this::isMadeAgain);
  }

  private boolean isMadeAgain(Site made) {
    return !made.method().name().startsWith("<")
        && starts.onlyAtStart(made.method()) == Starts.Answer.NO;
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, String what, Body ending) {
    String end = "`" + ending.flow().source().name() + "()`";
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` gets an entry for each "
            + what
            + ", which stays when that has ended: only "
            + end
            + " goes through them";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "kept for the end");
    PathStep ends = new PathStep(PathStep.Kind.EXIT, places.of(ending, 0), "goes through all");
    return new Draft(
        "shared-cache-only-grows",
        Confidence.MEDIUM,
        add.site(),
        message,
        "Let each remove itself when it ends",
        List.of(declared, ends));
  }
}
