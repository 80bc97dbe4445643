package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Tells collections that only lose the entry somebody names, until the object that holds them ends.
 * Sweeps and clears at other times may well take care of what was forgotten.
 */
public final class OneByOne {
  /** Told by the other side, or by the platform, that it is over. */
  private static final Pattern OVER =
      Pattern.compile(
          "(on|handle|channel|connection|session)?\\w*(Inactive|Closed|Close|Lost|Disconnected|Unregistered|Disconnect)");

  private final Code code;
  private final Capacities capacities;
  private final FieldUses fieldUses;

  public OneByOne(Code code) {
    this.code = code;
    this.capacities = new Capacities(code);
    this.fieldUses = FieldUses.of(code.world());
  }

  /**
   * The removals of single entries; empty if there is none, if others go as well, or if the
   * collection bounds itself.
   */
  public List<Use> of(List<Use> uses) {
    List<Use> single = uses.stream().filter(Use::removes).filter(OneByOne::isOfOne).toList();
    boolean only = uses.stream().filter(Use::removes).allMatch(use -> isOfOne(use) || isAtEnd(use));
    boolean bounded = capacities.ofField(uses).kind().compareTo(Capacity.Kind.FIXED) <= 0;
    return only && !bounded ? single : List.of();
  }

  /**
   * What the judge says of the first addition to the field that it says something of, given the
   * removals as {@link #of} finds them; empty without such removals.
   */
  public Optional<Draft> first(
      TypeFacts owner, FieldFacts field, BiFunction<Use, List<Use>, Optional<Draft>> judge) {
    if (field.type().indexOf('.') < 0) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    List<Use> removals = of(uses);
    return removals.isEmpty()
        ? Optional.empty()
        : uses.stream()
            .filter(Use::adds)
            .flatMap(added -> judge.apply(added, removals).stream())
            .findFirst();
  }

  private static boolean isOfOne(Use use) {
    return use.reach() == Use.Reach.ITSELF
        && use.call() != null
        && use.call().callee().name().equals("remove")
        && !use.call().arguments().isEmpty();
  }

  private boolean isAtEnd(Use use) {
    Optional<Body> body = code.body(use.site().method());
    return body.isPresent()
        && (Lifecycle.ends(body.get().flow())
            || OVER.matcher(body.get().flow().source().name()).matches());
  }
}
