package io.github.leakcheck.check.growth.keys;

import io.github.leakcheck.check.growth.keys.KeyParts.Part;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds removals by one part of a text that the key was composed of, or by more parts than it has:
 * {@code map.put(owner + "_" + id, x)} and {@code map.remove(id)}.
 */
final class ComposedKeys {
  private static final int COMPOSED = 2;

  private final Code code;
  private final Origins origins;
  private final KeyParts parts;

  ComposedKeys(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.parts = new KeyParts(code);
  }

  /**
   * What all removals go by instead of the parts that all additions compose the key of, in words.
   *
   * @param lookups what else is given a key
   */
  Optional<String> of(List<Use> puts, List<Use> removals, List<Use> lookups) {
    Optional<Set<Part>> added = same(puts);
    Optional<Set<Part>> removed = same(removals);
    boolean differ = added.isPresent() && removed.isPresent() && differ(added.get(), removed.get());
    return differ && isMeantSo(added.get(), removed.get(), removals, lookups)
        ? Optional.of(
            words(removed.get()) + ", not by " + words(added.get()) + ", which the key is made of")
        : Optional.empty();
  }

  /** The parts that all keys have, empty if one is of others or not understood. */
  private Optional<Set<Part>> same(List<Use> uses) {
    Set<Optional<Set<Part>>> all = uses.stream().map(this::of).collect(Collectors.toSet());
    return all.size() == 1 ? all.iterator().next() : Optional.empty();
  }

  private Optional<Set<Part>> of(Use use) {
    return code.body(use.site().method())
        .flatMap(body -> parts.of(body, use.site().node(), use.call().arguments().get(0)));
  }

  private static boolean differ(Set<Part> added, Set<Part> removed) {
    return added.size() >= COMPOSED && isMore(added, removed)
        || removed.size() >= COMPOSED && isMore(removed, added);
  }

  private static boolean isMore(Set<Part> more, Set<Part> few) {
    return !few.isEmpty() && more.size() > few.size() && more.containsAll(few);
  }

  /**
   * What callers give by the name of a part may be the whole text all the same, unless some lookup
   * composes it for them.
   */
  private boolean isMeantSo(
      Set<Part> added, Set<Part> removed, List<Use> removals, List<Use> lookups) {
    List<Part> given = removed.stream().filter(Part::isGiven).toList();
    return given.isEmpty()
        || removals.stream().allMatch(use -> given.stream().allMatch(p -> isGivenPlain(use, p)))
            && (lookups.stream().anyMatch(lookup -> of(lookup).filter(added::equals).isPresent())
                || removals.stream().noneMatch(this::isOpen));
  }

  private boolean isOpen(Use removal) {
    return code.callers(removal.site().method()).isEmpty();
  }

  /** Whether no caller composes what it gives for the part, as or in the key that goes. */
  private boolean isGivenPlain(Use removal, Part part) {
    Body body = code.body(removal.site().method()).orElseThrow();
    int position = KeyParts.position(body, part);
    return code.callers(body.method()).stream().allMatch(site -> givesPlain(site, position));
  }

  private boolean givesPlain(Site site, int position) {
    Optional<Body> caller = code.body(site.method());
    return caller.isPresent()
        && caller.get().step(site.node()) instanceof Step.Call call
        && position >= 0
        && position < call.arguments().size()
        && origins.of(caller.get(), site.node(), call.arguments().get(position)).stream()
            .allMatch(ComposedKeys::isPlain);
  }

  private static boolean isPlain(Origin origin) {
    return origin instanceof Origin.Constant
        || origin instanceof Origin.OfParameter
        || origin instanceof Origin.OfField
        || origin instanceof Origin.Result told && told.call().arguments().isEmpty();
  }

  private static String words(Set<Part> parts) {
    return parts.stream()
        .map(part -> "`" + part.name() + "`")
        .sorted()
        .collect(Collectors.joining(" and "));
  }
}
