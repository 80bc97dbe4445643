package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.growth.Alongside;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells two ends of the same thing by what they have in common, whatever they are called: both take
 * the key that they are given out of one collection, and one of them has the entry that was made
 * along with it removed, here or in another class.
 */
final class SharedKeys {
  /** It will not come back, as one that was only disconnected may. */
  private static final Set<String> FINAL =
      Set.of(
          "expire",
          "expired",
          "timeout",
          "timed",
          "invalidate",
          "invalidated",
          "destroy",
          "destroyed",
          "terminate",
          "terminated",
          "evict",
          "evicted",
          "kick",
          "kicked",
          "ban",
          "banned",
          "delete",
          "deleted",
          "abort",
          "aborted",
          "logout");

  private static final Pattern WORDS = Pattern.compile("(?<=\\p{Lower})(?=\\p{Upper})");

  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final FieldUses fieldUses;
  private final Alongside alongside;
  private final Reaches reaches;

  SharedKeys(Code code, Reaches reaches) {
    this.code = code;
    this.origins = Origins.of(code);
    this.effects = Effects.of(code.world());
    this.fieldUses = FieldUses.of(code.world());
    this.alongside = new Alongside(code);
    this.reaches = reaches;
  }

  /** The end that forgets the entry which is removed in the body given, empty if there is none. */
  Optional<Body> of(Body removes, FieldKey field, List<Use> removals, List<Use> adds) {
    List<Body> ends = new ArrayList<>(List.of(removes));
    code.callers(removes.method()).stream()
        .map(Site::method)
        .flatMap(caller -> code.body(caller).stream())
        .forEach(ends::add);
    return ends.stream()
        .filter(end -> !end.flow().isLambdaBody() && code.owns(end.method().owner()))
        .flatMap(end -> forgetful(end, field, removals, adds))
        .findFirst();
  }

  private Stream<Body> forgetful(Body end, FieldKey field, List<Use> removals, List<Use> adds) {
    String owner = end.method().owner();
    return code.world().program().type(owner).map(TypeFacts::fields).orElse(List.of()).stream()
        .filter(other -> other.type().indexOf('.') > 0)
        .map(other -> new FieldKey(owner, other.name()))
        .filter(other -> !other.equals(field))
        .map(fieldUses::of)
        .filter(uses -> uses.stream().anyMatch(use -> losesGiven(use, end)))
        .filter(uses -> isFilledWith(uses, adds))
        .flatMap(uses -> others(end, uses))
        .filter(body -> forgets(body, removals));
  }

  /** Whether what fills the other collection has the entry made as well. */
  private boolean isFilledWith(List<Use> uses, List<Use> adds) {
    return uses.stream().filter(Use::adds).anyMatch(use -> reaches.any(use.site().method(), adds));
  }

  private Stream<Body> others(Body end, List<Use> uses) {
    return code.bodies(end.method().owner()).stream()
        .filter(body -> body != end && !body.flow().isLambdaBody() && isFinal(body))
        .filter(body -> end.method().parameters() != null)
        .filter(body -> end.method().parameters().equals(body.method().parameters()))
        .filter(body -> uses.stream().anyMatch(use -> losesGiven(use, body)));
  }

  private static boolean isFinal(Body body) {
    return Stream.of(WORDS.split(body.flow().source().name()))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .anyMatch(FINAL::contains);
  }

  /** Whether the body removes what it is given, by its key. */
  private boolean losesGiven(Use use, Body body) {
    return use.removes()
        && use.reach() == Use.Reach.ITSELF
        && use.site().method().equals(body.method())
        && use.call() != null
        && use.call().callee().name().equals("remove")
        && use.call().arguments().size() == 1
        && origins.of(body, use.site().node(), use.call().arguments().get(0)).stream()
            .allMatch(
                o ->
                    o instanceof Origin.OfParameter key
                        && !key.isThis()
                        && !Added.type(key).isEmpty());
  }

  /** Whether neither the body nor its callers have the entry removed, or file it elsewhere. */
  private boolean forgets(Body body, List<Use> removals) {
    return !alongside.leads(body, removals)
        && !alongside.isDone(body.method(), removals)
        && body.nodes().stream()
            .noneMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && effects.of(call.callee()).kind() == Effect.Kind.ADDS);
  }
}
