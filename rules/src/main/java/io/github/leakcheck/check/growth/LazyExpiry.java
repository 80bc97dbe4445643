package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds caches whose entries have a time, but go only when somebody asks for the same key again: an
 * entry that nobody asks for stays for good.
 */
final class LazyExpiry {
  private static final Pattern TOO_OLD =
      Pattern.compile(
          "(is|has)?(expired|stale|outdated|timedOut|invalid|alive|fresh|valid|old)(\\p{Upper}.*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RELEASES =
      Pattern.compile(
          "(remove|evict|delete|clean|purge|expire|invalidate|take|consume|poll|complete|finish|end"
              + "|close|handle|on|process|release|unregister)(\\p{Upper}.*)?");
  private static final Set<String> CLOCKS =
      Set.of("currentTimeMillis", "nanoTime", "now", "millis", "instant");

  private final Code code;
  private final Origins origins;

  LazyExpiry(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** The release that such lookups are, if nothing else lets single entries go. */
  Optional<Release> of(List<Use> uses) {
    List<Use> single = uses.stream().filter(use -> use.removes() && takesKey(use)).toList();
    boolean others =
        uses.stream().anyMatch(use -> use.removes() && !takesKey(use) && !isClear(use));
    if (single.isEmpty() || others || !single.stream().allMatch(use -> isLookup(use, uses))) {
      return Optional.empty();
    }
    Use first = single.get(0);
    String text =
        "`"
            + first.site().method().name()
            + "()` lets go of what is too old only when it is asked for again";
    return Optional.of(new Release(Release.Kind.LAZY, text, first.site()));
  }

  private static boolean takesKey(Use use) {
    return use.reach() == Use.Reach.ITSELF && use.call().arguments().size() == 1;
  }

  private static boolean isClear(Use use) {
    return use.reach() == Use.Reach.ITSELF && use.call().callee().name().equals("clear");
  }

  /** Whether the method looks up what it removes, compares its time, and returns the rest. */
  private boolean isLookup(Use removal, List<Use> uses) {
    Optional<Body> body = code.body(removal.site().method());
    return body.isPresent()
        && body.get().method().result().indexOf('.') > 0
        && !RELEASES.matcher(body.get().flow().source().name()).matches()
        && uses.stream().anyMatch(get -> looksUp(body.get(), get, removal))
        && body.get().nodes().stream().anyMatch(node -> asksTheTime(body.get(), node));
  }

  private boolean looksUp(Body body, Use get, Use removal) {
    if (!get.is(Effect.Kind.GETS)
        || get.reach() != Use.Reach.ITSELF
        || !get.site().method().equals(removal.site().method())
        || get.call().arguments().isEmpty()) {
      return false;
    }
    Set<Origin> key = origins.of(body, removal.site().node(), removal.call().arguments().get(0));
    return origins.isAny(body, get.site().node(), get.call().arguments().get(0), key);
  }

  private boolean asksTheTime(Body body, Node node) {
    if (node.step() instanceof Step.New made) {
      return made.type().equals("java.util.Date");
    }
    return node.step() instanceof Step.Call call
        && (CLOCKS.contains(call.callee().name()) && Platform.isJdk(call.callee().owner())
            || call.callee().result().equals("boolean")
                && TOO_OLD.matcher(call.callee().name()).matches()
                && origins.of(body, node.id(), call.receiver()).stream()
                    .anyMatch(Origin.Result.class::isInstance));
  }
}
