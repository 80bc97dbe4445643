package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what looks like a release and leaves entries behind. */
final class WrongReleases {
  /** End of the text that tells of a removal by the thread that runs it. */
  static final String OWN_THREAD = "removes the current thread's entry only";

  private static final Set<String> IDENTITIES = Set.of("getId", "threadId", "getName");
  private static final Pattern RELEASES =
      Pattern.compile(
          "(remove|unregister|deregister|unsubscribe|delete|evict|discard|release|drop|forget)"
              + "(\\p{Upper}.*)?");

  /** Whoever takes a lock knows that it must give it back. */
  private static final Pattern PAIRED =
      Pattern.compile(
          "(acquire|lock|enter|begin|start|open|push|set|register|bind|attach|put|add)(\\p{Upper}.*)?|.*Lock");

  private static final Pattern FREES =
      Pattern.compile("(release|unlock|countDown|signal)(\\p{Upper}.*)?");
  private static final Set<String> TAKES = Set.of("poll", "pop", "pollFirst", "removeFirst");
  private static final Set<String> ASKS = Set.of("computeIfAbsent", "putIfAbsent");

  private final Code code;
  private final Origins origins;
  private final Effects effects;

  WrongReleases(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.effects = Effects.of(code.world());
  }

  /** {@code removeSensor(name)} that calls {@code sensors.get(name)} and leaves it at that. */
  Optional<Release> onlyReads(List<Use> uses) {
    for (Use use : uses) {
      Optional<Body> body = code.body(use.site().method());
      if (use.is(Effect.Kind.GETS)
          && use.reach() == Use.Reach.ITSELF
          && use.call().callee().name().equals("get")
          && body.isPresent()
          && RELEASES.matcher(body.get().flow().source().name()).matches()
          && !removesElsewhere(body.get())
          && !frees(body.get(), use)) {
        String text = "`" + body.get().flow().source().name() + "()` only reads them";
        return Optional.of(new Release(Release.Kind.WRONG, text, use.site()));
      }
    }
    return Optional.empty();
  }

  /**
   * {@code unsubscribe(topic, listener)} that takes the listener out of the set under the topic,
   * and leaves an empty set behind for each topic there ever was.
   */
  Optional<Release> onlyEmpties(List<Use> uses) {
    for (Use use : uses) {
      Optional<Body> body = code.body(use.site().method());
      if (use.is(Effect.Kind.REMOVES)
          && use.reach() == Use.Reach.ENTRY
          && body.isPresent()
          && takesOne(use, body.get())
          && isGotByKey(use, body.get(), uses)) {
        String text =
            "`" + body.get().flow().source().name() + "()` only empties what is under a key";
        return Optional.of(new Release(Release.Kind.EMPTIES, text, use.site()));
      }
    }
    return Optional.empty();
  }

  /** Takes out what it is told to, or the next one of those that wait under a key. */
  private static boolean takesOne(Use use, Body body) {
    int given = use.call().arguments().size();
    return given == 1 && RELEASES.matcher(body.flow().source().name()).matches()
        || given == 1 && body.flow().parameters().size() > 2
        || given == 0 && TAKES.contains(use.call().callee().name());
  }

  /** Whether the entry comes from a {@code get(key)} in the same body, which removes no key. */
  private boolean isGotByKey(Use removal, Body body, List<Use> uses) {
    return origins.of(body, removal.site().node(), removal.call().receiver()).stream()
            .anyMatch(
                o ->
                    o instanceof Origin.Result got
                        && (got.body() == body || body.flow().isLambdaBody())
                        && got.call().callee().name().equals("get")
                        && !got.call().arguments().isEmpty())
        && uses.stream()
            .noneMatch(
                other -> other.removes() && other.site().method().equals(removal.site().method()));
  }

  /** {@code releasePermit(key)} gives back what it finds, and means to keep the entry. */
  private boolean frees(Body body, Use use) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && FREES.matcher(call.callee().name()).matches()
                    && origins.isMadeAt(body, node.id(), call.receiver(), use.site().node()));
  }

  /** Whether the body takes something out of any collection. */
  private boolean removesElsewhere(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && effects.of(call.callee()).kind() == Effect.Kind.REMOVES);
  }

  /** {@code map.remove(Thread.currentThread().getId())}: other threads' entries stay. */
  boolean isKeyedByThread(Use use, Body body) {
    return use.call() != null
        && use.call().callee().name().equals("remove")
        && use.call().arguments().stream()
            .anyMatch(argument -> isThread(body, use.site().node(), argument, 3));
  }

  /** An entry made by merely asking for it: its thread does not know that it must remove it. */
  static boolean looksUp(Use add, Use removal, List<Use> uses) {
    if (!add.adds()
        || add.site().method().equals(removal.site().method())
        || PAIRED.matcher(add.site().method().name()).matches()) {
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
}
