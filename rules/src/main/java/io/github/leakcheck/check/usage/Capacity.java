package io.github.leakcheck.check.usage;

/**
 * Whether the collection that a field holds bounds itself.
 *
 * @param type simple name of what is constructed, empty if unknown
 * @param locked whether it stands behind a wrapper that locks each call: threads are to share it
 */
public record Capacity(Kind kind, String type, boolean locked) {
  /** What is known of the bound. */
  public enum Kind {
    /** It evicts, is weak, or refuses more than so many entries. */
    BOUNDED,
    /** Cannot take entries at all. */
    FIXED,
    UNKNOWN,
    /** Takes in whatever it is given. */
    UNBOUNDED
  }

  public static final Capacity UNKNOWN = new Capacity(Kind.UNKNOWN, "");

  Capacity(Kind kind, String type) {
    this(kind, type, false);
  }

  Capacity asLocked() {
    return new Capacity(kind, type, true);
  }

  static Capacity of(Kind kind, String type) {
    return new Capacity(kind, Names.simple(type));
  }

  /** Whether a builder of a cache library made it. */
  public boolean isCache() {
    return type.equals("Caffeine") || type.equals("CacheBuilder") || type.equals("Cache2kBuilder");
  }
}
