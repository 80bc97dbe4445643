package io.github.leakcheck.check.growth.fields;

import io.github.leakcheck.catalog.Deployment;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.growth.Growth;
import io.github.leakcheck.check.growth.Growths;
import io.github.leakcheck.check.growth.Longevity;
import io.github.leakcheck.check.growth.Release;
import io.github.leakcheck.check.growth.Releases;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.growth.Verdict;
import io.github.leakcheck.check.growth.WeakMaps;
import io.github.leakcheck.check.growth.Wording;
import io.github.leakcheck.check.undo.Callbacks;
import io.github.leakcheck.check.usage.Anchor;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts anchor, growth and release of a field together: confidence is what is left of all three. */
public final class FieldJudge {
  private static final int HELPERS = 3;
  private static final Pattern WEAK =
      Pattern.compile(
          "Weak(?!Key(And)?Value|Value).*|\\w*Weak(Hash|Key(?!(And)?Value)|Identity|Concurrent)\\w*");

  /** Put in by hand to look for something, and taken out again. */
  private static final Pattern TOOLS = Pattern.compile("(\\w*\\$)?Debug(ging|ger)?(\\p{Upper}.*)?");

  private final World world;
  private final Code code;
  private final FieldUses fieldUses;
  private final Anchors anchors;
  private final Shared shared;
  private final Longevity longevity;
  private final Growths growths;
  private final Added added;
  private final Releases releases;
  private final OddOnes oddOnes;
  private final Queues queues;
  private final Callbacks callbacks;
  private final Capacities capacities;
  private final WeakMaps weakMaps;
  private final Wording wording;

  private FieldJudge(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.fieldUses = FieldUses.of(world);
    this.anchors = Anchors.of(code);
    this.shared = Shared.of(code);
    this.longevity = new Longevity(code, shared);
    this.growths = new Growths(code);
    this.added = new Added(code);
    this.releases = new Releases(code);
    this.oddOnes = new OddOnes(code, releases, shared, longevity);
    this.queues = new Queues(code);
    this.callbacks = new Callbacks(code);
    this.capacities = new Capacities(code);
    this.weakMaps = new WeakMaps(code);
    this.wording = new Wording(code);
  }

  /** The judge of this analysis. */
  public static FieldJudge of(World world) {
    return world.once(FieldJudge.class, FieldJudge::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.constant() || field.type().endsWith("]") || field.type().indexOf('.') < 0) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    if (uses.stream().noneMatch(Use::adds)) {
      return Optional.empty();
    }
    Capacity capacity = capacities.ofField(uses);
    if (WEAK.matcher(capacity.type()).matches()) {
      return weakMaps.cycle(uses).map(cycle -> wording.weakMap(owner, field, cycle));
    }
    return grows(owner, field, uses, capacity)
        .map(wording::draft)
        .or(
            () ->
                queues
                    .pretendedBound(uses, capacity)
                    .or(() -> queues.besideBounded(owner, field, uses, capacity))
                    .map(use -> wording.queue(owner, field, use)));
  }

  private Optional<Verdict> grows(
      TypeFacts owner, FieldFacts field, List<Use> uses, Capacity capacity) {
    FieldKey key = new FieldKey(owner.name(), field.name());
    boolean isStatic = Access.has(field.access(), Access.STATIC);
    Release release = releases.of(key, uses);
    if (release.kind().compareTo(Release.Kind.AUTOMATIC) >= 0
        || capacity.kind().compareTo(Capacity.Kind.FIXED) <= 0) {
      return Optional.empty();
    }
    List<Growth> grows = new ArrayList<>(growths.of(uses, key, isStatic));
    grows.sort(Comparator.comparing(Growth::sure).reversed());
    Optional<Anchor> anchor =
        grows.isEmpty()
            ? Optional.empty()
            : anchors
                .of(owner, field)
                .or(() -> shared(owner, field, capacity, grows.get(0), release))
                .or(() -> lasting(owner, grows.get(0), release))
                .or(() -> oddOne(owner, field, grows.get(0), release));
    return anchor.map(
        found -> {
          String escapes = escapes(field, uses, release);
          Confidence sure =
              confidence(owner, field, found, grows.get(0), release, capacity, escapes);
          return new Verdict(owner, field, found, grows, release, capacity, escapes, sure);
        });
  }

  /** In an object that the program keeps for good, what only comes is enough. */
  private Optional<Anchor> lasting(TypeFacts owner, Growth growth, Release release) {
    boolean stays =
        release.kind() == Release.Kind.NONE
            || release.kind() == Release.Kind.ENDING
            || release.kind() == Release.Kind.SWEEP;
    return stays
            && growth.sure() == Confidence.HIGH
            && !comesWithOthers(growth.use().site().method(), HELPERS)
            && !growths.registers(growth)
        ? longevity.of(owner).map(why -> new Anchor(Anchor.Kind.KEPT, Confidence.MEDIUM, why))
        : Optional.empty();
  }

  private Optional<Anchor> oddOne(
      TypeFacts owner, FieldFacts field, Growth growth, Release release) {
    boolean onlyComes = release.kind() == Release.Kind.NONE && growth.sure() == Confidence.HIGH;
    return onlyComes && !comesWithOthers(growth.use().site().method(), HELPERS)
        ? oddOnes.of(owner, field)
        : Optional.empty();
  }

  /**
   * Whether constructors and their helpers alone add: as many entries as there are objects of their
   * classes.
   */
  private boolean comesWithOthers(MethodRef method, int depth) {
    List<Site> callers = code.callers(method);
    return !callers.isEmpty()
        && depth > 0
        && callers.stream()
            .map(Site::method)
            .allMatch(m -> m.isConstructor() || comesWithOthers(m, depth - 1));
  }

  /** In an ordinary class only shapes count that leave little doubt. */
  private Optional<Anchor> shared(
      TypeFacts owner, FieldFacts field, Capacity capacity, Growth growth, Release release) {
    boolean reads =
        release.kind() == Release.Kind.WRONG
            || release.kind() == Release.Kind.EMPTIES && isMany(growth);
    boolean cache =
        growth.memo() && growth.key().domain() == Domain.OPEN && !growths.registers(growth);
    boolean queue =
        world.types().isSubtype(field.type(), "java.util.Queue")
            && (shared.isScheduled(owner) || isForNobody(field, release));
    boolean manual = release.kind() == Release.Kind.MANUAL || release.kind() == Release.Kind.KEYED;
    boolean ending = release.kind() == Release.Kind.ENDING;
    Optional<Anchor> work =
        growth.work() && !manual ? shared.ofWork(owner, ending) : Optional.empty();
    if (work.isPresent()) {
      return work;
    }
    if (growth.returned() && release.kind() == Release.Kind.NONE && Shared.isConcurrent(capacity)) {
      return shared.ofService(owner).filter(a -> growth.data() && !growths.registers(growth));
    }
    if (ending && !cache && comesWithEvents(growth)) {
      return Optional.of(Shared.UNTIL_END);
    }
    boolean lazy = release.kind() == Release.Kind.LAZY;
    if (manual || ending && !cache || !(reads || cache || queue || lazy)) {
      return Optional.empty();
    }
    if (reads) {
      return Optional.of(Shared.MANAGED);
    }
    if (lazy) {
      return ofExpiring(owner, capacity, growth);
    }
    Optional<Anchor> kept = cache && !ending ? shared.ofStatic(owner) : Optional.empty();
    if (kept.isPresent()) {
      return kept;
    }
    boolean concurrent = Shared.isConcurrent(capacity);
    boolean named = cache && release.kind() == Release.Kind.NONE;
    return ending || !concurrent
        ? shared
            .ofService(owner)
            .filter(a -> cache && (concurrent || growth.data() || shared.isSynchronized(growth)))
            .or(() -> named ? shared.ofNamedCache(owner, field) : Optional.empty())
        : shared.of(owner, capacity);
  }

  /** A queue to hand things to other threads, from which none takes. */
  private boolean isForNobody(FieldFacts field, Release release) {
    return release.kind() == Release.Kind.NONE
        && world.types().isSubtype(field.type(), "java.util.concurrent.BlockingQueue");
  }

  private boolean isMany(Growth growth) {
    return growth.key().domain() == Domain.OPEN
        || growth.key().domain() == Domain.UNKNOWN && growth.memo() && added.isById(growth);
  }

  /** Whoever gives entries a time means to keep them for that long, and the map for longer. */
  private Optional<Anchor> ofExpiring(TypeFacts owner, Capacity capacity, Growth growth) {
    boolean many = growth.key().domain().compareTo(Domain.UNKNOWN) >= 0 && added.isById(growth);
    return many && shared.isOfThreads(owner, capacity) && !shared.isBrief(owner)
        ? Optional.of(Shared.EXPIRING)
        : Optional.empty();
  }

  /** Adds something new whenever a listener of the same nest is told of an event. */
  private boolean comesWithEvents(Growth growth) {
    return growth.key().domain().compareTo(Domain.UNKNOWN) >= 0
        && callbacks.leadTo(growth.use().site().method());
  }

  /** How the collection gets out of sight. */
  private String escapes(FieldFacts field, List<Use> uses, Release release) {
    for (Use use : uses) {
      if (use.kind() == Use.Kind.PASSED) {
        return "it is passed to `" + use.call().callee().name() + "()`";
      }
      if (use.kind() == Use.Kind.RETURNED && use.reach() == Use.Reach.ITSELF && isOpen(use)) {
        return "`" + use.site().method().name() + "()` returns it";
      }
    }
    boolean open =
        release.kind() == Release.Kind.EMPTIES && world.program().sight() != Sight.FILE
            ? Access.has(field.access(), Access.PUBLIC)
            : isOpen(field.access());
    return open ? "other classes can reach it" : "";
  }

  private boolean isOpen(Use use) {
    return code.body(use.site().method()).filter(body -> isOpen(body.flow().access())).isPresent();
  }

  private static boolean isOpen(int access) {
    return Access.has(access, Access.PUBLIC) || Access.has(access, Access.PROTECTED);
  }

  private Confidence confidence(
      TypeFacts owner,
      FieldFacts field,
      Anchor anchor,
      Growth growth,
      Release release,
      Capacity capacity,
      String escapes) {
    Confidence sure = anchor.sure().and(growth.sure());
    boolean loaders =
        growth.key().domain() == Domain.LOADERS && anchor.kind() == Anchor.Kind.STATIC;
    if (growth.key().domain().isClasses() && anchor.kind() != Anchor.Kind.STATIC) {
      sure = Confidence.LOW;
    }
    boolean keyed = release.kind() == Release.Kind.KEYED;
    if (release.kind().isByHand() && !loaders) {
      boolean registers = growths.registers(growth);
      boolean pair =
          keyed && (registers || added.endsItself(growth))
              || release.site() != null && added.isOwnEnd(growth, release.site().method())
              || !growth.memo() && (keyed || registers);
      boolean unseen = world.catalog().deployment() == Deployment.LIBRARY;
      boolean guessed = anchor.kind() == Anchor.Kind.SHARED || anchor.kind() == Anchor.Kind.KEPT;
      boolean sweep = release.kind() == Release.Kind.SWEEP && guessed;
      sure = pair || unseen ? Confidence.LOW : sweep ? sure : sure.lowered();
    }
    if (release.kind() == Release.Kind.LAZY) {
      sure = sure.and(Confidence.MEDIUM);
    }
    if (release.kind() == Release.Kind.ENDING) {
      boolean cache = growth.memo() && growth.key().domain() == Domain.OPEN;
      boolean shown =
          cache
              || anchor == Shared.UNTIL_END
              || anchor == Shared.DONE_BEFORE
              || anchor.kind() == Anchor.Kind.KEPT;
      sure = shown ? sure.and(Confidence.MEDIUM) : Confidence.LOW;
    }
    if (!escapes.isEmpty() && !loaders) {
      sure = sure.lowered();
    }
    boolean known = growth.work() && capacities.isKnownToGrow(field.type());
    if (capacity.kind() == Capacity.Kind.UNKNOWN
        && !(known && shared.ofService(owner).isPresent())) {
      sure = sure.lowered();
    }
    boolean doubtful =
        anchor.kind() == Anchor.Kind.SHARED
            && release.kind() != Release.Kind.WRONG
            && release.kind() != Release.Kind.EMPTIES
            && release.kind() != Release.Kind.LAZY
            && (shared.isConfigured(growth)
                || shared.isOneOfMany(owner) && shared.ofStatic(owner).isEmpty());
    boolean unseen =
        world.program().sight() == Sight.FILE && !Access.has(field.access(), Access.PRIVATE);
    doubtful |= anchor.kind() == Anchor.Kind.KEPT && shared.isConfigured(growth);
    doubtful |= TOOLS.matcher(Names.simple(owner.name())).matches();
    return unseen || doubtful || isForUsers(growth, release) ? Confidence.LOW : sure;
  }

  /**
   * Nothing of the program adds or lets go: both are there for who uses the program. What is asked
   * for something and remembers it is a cache, of which users need know nothing.
   */
  private boolean isForUsers(Growth growth, Release release) {
    return release.kind().isByHand()
        && release.site() != null
        && Set.of("void", "boolean").contains(growth.use().site().method().result())
        && isForUsers(growth.use().site().method())
        && isForUsers(release.site().method());
  }

  private boolean isForUsers(MethodRef method) {
    return code.callers(method).isEmpty()
        && code.body(method).filter(body -> isOpen(body.flow().access())).isPresent();
  }
}
