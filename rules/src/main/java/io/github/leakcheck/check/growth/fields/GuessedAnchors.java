package io.github.leakcheck.check.growth.fields;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.growth.Growths;
import io.github.leakcheck.check.growth.Longevity;
import io.github.leakcheck.check.growth.Release;
import io.github.leakcheck.check.growth.Releases;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.undo.Callbacks;
import io.github.leakcheck.check.usage.Anchor;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.model.Confidence;
import java.util.List;
import java.util.Optional;

/**
 * What speaks for a long life of an object of an ordinary class: only shapes of growth and release
 * count here that leave little doubt.
 */
final class GuessedAnchors {
  private static final int HELPERS = 3;

  private final World world;
  private final Code code;
  private final Shared shared;
  private final Longevity longevity;
  private final Growths growths;
  private final Added added;
  private final OddOnes oddOnes;
  private final Callbacks callbacks;

  GuessedAnchors(World world, Growths growths, Added added, Releases releases) {
    this.world = world;
    this.code = Code.of(world);
    this.shared = Shared.of(code);
    this.longevity = new Longevity(code, shared);
    this.growths = growths;
    this.added = added;
    this.oddOnes = new OddOnes(code, releases, shared, longevity);
    this.callbacks = new Callbacks(code);
  }

  /** The first that holds, empty if none does. */
  Optional<Anchor> of(Candidate one) {
    return shaped(one).or(() -> lasting(one)).or(() -> oddOne(one));
  }

  private Optional<Anchor> shaped(Candidate one) {
    Optional<Anchor> work = ofWork(one);
    if (work.isPresent()) {
      return work;
    }
    if (isRemembered(one)) {
      return shared.ofService(one.owner()).filter(a -> one.growth().data() && !registers(one));
    }
    return switch (one.release().kind()) {
      case MANUAL, KEYED -> Optional.empty();
      case WRONG -> Optional.of(Shared.MANAGED);
      case EMPTIES -> isMany(one) ? Optional.of(Shared.MANAGED) : keeping(one);
      case LAZY -> ofExpiring(one);
      case ENDING -> ofEnding(one);
      default -> keeping(one);
    };
  }

  private Optional<Anchor> ofWork(Candidate one) {
    boolean manual = one.isReleased(Release.Kind.MANUAL) || one.isReleased(Release.Kind.KEYED);
    return one.growth().work() && !manual
        ? shared.ofWork(one.owner(), one.isReleased(Release.Kind.ENDING))
        : Optional.empty();
  }

  /** What was added is given back to callers again, in a map that threads share. */
  private static boolean isRemembered(Candidate one) {
    return one.growth().returned()
        && one.isReleased(Release.Kind.NONE)
        && Shared.isConcurrent(one.capacity());
  }

  /** Everything goes at the end of the object: too late for a cache, and for what events add. */
  private Optional<Anchor> ofEnding(Candidate one) {
    if (isCache(one)) {
      return ofService(one);
    }
    return comesWithEvents(one) ? Optional.of(Shared.UNTIL_END) : Optional.empty();
  }

  private Optional<Anchor> keeping(Candidate one) {
    boolean cache = isCache(one);
    if (!cache && !isQueue(one)) {
      return Optional.empty();
    }
    Optional<Anchor> kept = cache ? shared.ofStatic(one.owner()) : Optional.empty();
    return kept.or(() -> ofClass(one));
  }

  private Optional<Anchor> ofClass(Candidate one) {
    if (Shared.isConcurrent(one.capacity())) {
      return shared.of(one.owner(), one.capacity());
    }
    boolean named = isCache(one) && one.isReleased(Release.Kind.NONE);
    return ofService(one)
        .or(() -> named ? shared.ofNamedCache(one.owner(), one.field()) : Optional.empty());
  }

  private Optional<Anchor> ofService(Candidate one) {
    boolean concurrent = Shared.isConcurrent(one.capacity());
    return shared
        .ofService(one.owner())
        .filter(a -> isCache(one))
        .filter(a -> concurrent || one.growth().data() || shared.isSynchronized(one.growth()));
  }

  private boolean isCache(Candidate one) {
    return one.isCache() && !registers(one);
  }

  private boolean registers(Candidate one) {
    return growths.registers(one.growth());
  }

  private boolean isQueue(Candidate one) {
    return world.types().isSubtype(one.field().type(), "java.util.Queue")
        && (shared.isScheduled(one.owner()) || isForNobody(one));
  }

  /** A queue to hand things to other threads, from which none takes. */
  private boolean isForNobody(Candidate one) {
    return one.isReleased(Release.Kind.NONE)
        && world.types().isSubtype(one.field().type(), "java.util.concurrent.BlockingQueue");
  }

  private boolean isMany(Candidate one) {
    Domain keys = one.growth().key().domain();
    return keys == Domain.OPEN
        || keys == Domain.UNKNOWN && one.growth().memo() && added.isById(one.growth());
  }

  /** Whoever gives entries a time means to keep them for that long, and the map for longer. */
  private Optional<Anchor> ofExpiring(Candidate one) {
    return one.mayBeMany()
            && added.isById(one.growth())
            && shared.isOfThreads(one.owner(), one.capacity())
            && !shared.isBrief(one.owner())
        ? Optional.of(Shared.EXPIRING)
        : Optional.empty();
  }

  /** Adds something new whenever a listener of the same nest is told of an event. */
  private boolean comesWithEvents(Candidate one) {
    return one.mayBeMany() && callbacks.leadTo(one.growth().use().site().method());
  }

  /** In an object that the program keeps for good, what only comes is enough. */
  private Optional<Anchor> lasting(Candidate one) {
    boolean stays =
        one.isReleased(Release.Kind.NONE)
            || one.isReleased(Release.Kind.ENDING)
            || one.isReleased(Release.Kind.SWEEP);
    return stays && isSure(one) && !registers(one)
        ? longevity.of(one.owner()).map(why -> new Anchor(Anchor.Kind.KEPT, Confidence.MEDIUM, why))
        : Optional.empty();
  }

  private Optional<Anchor> oddOne(Candidate one) {
    return one.isReleased(Release.Kind.NONE) && isSure(one)
        ? oddOnes.of(one.owner(), one.field())
        : Optional.empty();
  }

  private boolean isSure(Candidate one) {
    return one.growth().sure() == Confidence.HIGH
        && !comesWithOthers(one.growth().use().site().method(), HELPERS);
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
}
