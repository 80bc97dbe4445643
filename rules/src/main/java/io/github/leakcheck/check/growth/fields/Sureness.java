package io.github.leakcheck.check.growth.fields;

import io.github.leakcheck.catalog.Deployment;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.growth.Growth;
import io.github.leakcheck.check.growth.Growths;
import io.github.leakcheck.check.growth.Release;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.usage.Anchor;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.model.Confidence;
import java.util.Set;
import java.util.regex.Pattern;

/** How sure it is that a field leaks: what is left of anchor, growth and release. */
final class Sureness {
  /** Put in by hand to look for something, and taken out again. */
  private static final Pattern TOOLS = Pattern.compile("(\\w*\\$)?Debug(ging|ger)?(\\p{Upper}.*)?");

  private final World world;
  private final Code code;
  private final Shared shared;
  private final Growths growths;
  private final Added added;
  private final Capacities capacities;

  Sureness(World world, Growths growths, Added added, Capacities capacities) {
    this.world = world;
    this.code = Code.of(world);
    this.shared = Shared.of(code);
    this.growths = growths;
    this.added = added;
    this.capacities = capacities;
  }

  /**
   * Confidence in the finding.
   *
   * @param escapes where the collection gets out of sight, empty if nowhere
   */
  Confidence of(Candidate one, Anchor anchor, String escapes) {
    if (isDoubtful(one, anchor)) {
      return Confidence.LOW;
    }
    boolean loaders = pinsLoaders(one, anchor);
    boolean classes = one.growth().key().domain().isClasses();
    Confidence sure =
        classes && anchor.kind() != Anchor.Kind.STATIC
            ? Confidence.LOW
            : anchor.sure().and(one.growth().sure());
    if (one.release().kind().isByHand() && !loaders) {
      sure = byHand(one, anchor, sure);
    }
    if (one.isReleased(Release.Kind.LAZY)) {
      sure = sure.and(Confidence.MEDIUM);
    }
    if (one.isReleased(Release.Kind.ENDING)) {
      sure = matters(one, anchor) ? sure.and(Confidence.MEDIUM) : Confidence.LOW;
    }
    if (!escapes.isEmpty() && !loaders) {
      sure = sure.lowered();
    }
    return isOfUnknownSize(one) ? sure.lowered() : sure;
  }

  private static boolean pinsLoaders(Candidate one, Anchor anchor) {
    return one.growth().key().domain() == Domain.LOADERS && anchor.kind() == Anchor.Kind.STATIC;
  }

  /** Somebody could let go, whom nobody in sight asks to. */
  private Confidence byHand(Candidate one, Anchor anchor, Confidence sure) {
    boolean unseen = world.catalog().deployment() == Deployment.LIBRARY;
    boolean guessed = anchor.kind() == Anchor.Kind.SHARED || anchor.kind() == Anchor.Kind.KEPT;
    if (unseen || isPair(one)) {
      return Confidence.LOW;
    }
    return guessed && one.isReleased(Release.Kind.SWEEP) ? sure : sure.lowered();
  }

  /** Whether adding and letting go are two halves for the same caller. */
  private boolean isPair(Candidate one) {
    Growth growth = one.growth();
    Release release = one.release();
    boolean keyed = release.kind() == Release.Kind.KEYED;
    boolean registers = growths.registers(growth);
    return keyed && (registers || added.endsItself(growth))
        || release.site() != null && added.isOwnEnd(growth, release.site().method())
        || !growth.memo() && (keyed || registers);
  }

  /** Whether what goes at the end of its owner should have gone long before. */
  private static boolean matters(Candidate one, Anchor anchor) {
    return one.isCache()
        || anchor == Shared.UNTIL_END
        || anchor == Shared.DONE_BEFORE
        || anchor.kind() == Anchor.Kind.KEPT;
  }

  private boolean isOfUnknownSize(Candidate one) {
    boolean known = one.growth().work() && capacities.isKnownToGrow(one.field().type());
    return one.capacity().kind() == Capacity.Kind.UNKNOWN
        && !(known && shared.ofService(one.owner()).isPresent());
  }

  private boolean isDoubtful(Candidate one, Anchor anchor) {
    boolean unseen =
        world.program().sight() == Sight.FILE && !Access.has(one.field().access(), Access.PRIVATE);
    boolean few =
        anchor.kind() == Anchor.Kind.SHARED && isOfFew(one)
            || anchor.kind() == Anchor.Kind.KEPT && shared.isConfigured(one.growth());
    return unseen
        || few
        || TOOLS.matcher(Names.simple(one.owner().name())).matches()
        || added.keepsTraces(one.growth())
        || isForUsers(one.growth(), one.release());
  }

  /** Whether a configuration chooses the keys, or the owner is one of many that come and go. */
  private boolean isOfFew(Candidate one) {
    return switch (one.release().kind()) {
      case WRONG, EMPTIES, LAZY -> false;
      default ->
          shared.isConfigured(one.growth())
              || shared.isOneOfMany(one.owner()) && shared.ofStatic(one.owner()).isEmpty();
    };
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
        && code.body(method).filter(body -> Access.isOpen(body.flow().access())).isPresent();
  }
}
