package io.github.leakcheck.check.usage;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the effect of a method on its receiver from the catalogue and from the names of views. */
public final class Effects {
  private static final String MAP = "java.util.Map";
  private static final Map<String, String> LIKE =
      Map.of(
          "Map", MAP,
          "Set", "java.util.Set",
          "List", "java.util.List",
          "Deque", "java.util.Deque",
          "Queue", "java.util.concurrent.BlockingQueue");

  /** Rows of a query, characters, parts of other things: nothing is collected in these. */
  private static final Pattern NO_COLLECTIONS =
      Pattern.compile(
          ".*(Result|Row|Data|Char|Sub|Bit|Change|Rule|Code|Record|Null|Working)Set"
              + "|(Immutable|Empty|Unmodifiable|Persistent).*|.*(Heat|Road|Bit|Site|Image)Map");

  private static final Set<String> COUNTS =
      Set.of("size", "mappingCount", "estimatedSize", "length", "sizeAsInt");
  private static final Set<String> SHOWS =
      Set.of(
          "keySet",
          "navigableKeySet",
          "descendingKeySet",
          "entrySet",
          "values",
          "iterator",
          "listIterator",
          "descendingIterator",
          "descendingMap",
          "descendingSet",
          "subList",
          "subMap",
          "headMap",
          "tailMap",
          "subSet",
          "headSet",
          "tailSet",
          "asMap",
          "cleanUp",
          "reversed",
          "sequencedKeySet",
          "sequencedValues",
          "sequencedEntrySet");
  private static final Set<String> GETS =
      Set.of(
          "get",
          "getOrDefault",
          "getIfPresent",
          "getUnchecked",
          "peek",
          "element",
          "first",
          "last",
          "getFirst",
          "getLast",
          "peekFirst",
          "peekLast",
          "next",
          "previous",
          "elementAt",
          "firstElement",
          "lastElement",
          "getValue",
          "getKey",
          "firstEntry",
          "lastEntry",
          "floorEntry",
          "ceilingEntry",
          "lowerEntry",
          "higherEntry",
          "orElse",
          "orElseGet");

  private final Catalog catalog;
  private final Types types;
  private final Map<MethodRef, Effect> known = new HashMap<>();

  private Effects(Catalog catalog, Types types) {
    this.catalog = catalog;
    this.types = types;
  }

  /** The effects of this analysis. */
  public static Effects of(World world) {
    return world.once(Effects.class, w -> new Effects(w.catalog(), w.types()));
  }

  /** What the method does to the collection it is called on. */
  public Effect of(MethodRef method) {
    Effect effect = known.get(method);
    if (effect == null) {
      effect = judge(method);
      known.put(method, effect);
    }
    return effect;
  }

  private List<Api> lines(MethodRef method) {
    return catalog.matches(Set.of(Role.ADDS, Role.REMOVES), method, types);
  }

  /**
   * The platform's collection that a type of another library or the program is like, judged by the
   * last word of its name: maps keyed by primitives, queues without locks and the like.
   */
  private static Optional<String> platformLike(String type) {
    String name = Names.simple(type);
    if (Platform.isJdk(type) || NO_COLLECTIONS.matcher(name).matches()) {
      return Optional.empty();
    }
    return LIKE.entrySet().stream()
        .filter(like -> name.endsWith(like.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether a field of the type holds entries by their keys. */
  public boolean isMap(String type) {
    return types.isSubtype(type, MAP) || platformLike(type).filter(MAP::equals).isPresent();
  }

  private Effect judge(MethodRef method) {
    List<Api> lines = lines(method);
    if (lines.isEmpty()) {
      lines = platformLike(method.owner()).map(type -> lines(method.in(type))).orElse(List.of());
    }
    // A line with a lifetime adds to something of the platform, not to its receiver.
    Optional<Api> line = lines.stream().filter(api -> api.key(Key.LIFETIME).isEmpty()).findFirst();
    if (line.isPresent()) {
      boolean adds = line.get().role() == Role.ADDS;
      return new Effect(adds ? Effect.Kind.ADDS : Effect.Kind.REMOVES, line);
    }
    boolean plain = method.parameters() != null && method.parameters().isEmpty();
    if (plain && COUNTS.contains(method.name())) {
      return Effect.of(Effect.Kind.COUNTS);
    }
    if (SHOWS.contains(method.name())) {
      return Effect.of(Effect.Kind.SHOWS);
    }
    if (GETS.contains(method.name())) {
      return Effect.of(Effect.Kind.GETS);
    }
    return Effect.of(Platform.isJdk(method.owner()) ? Effect.Kind.READS : Effect.Kind.UNKNOWN);
  }
}
