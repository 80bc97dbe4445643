package io.github.leakcheck.check.usage;

/**
 * What identifies the entries that code adds.
 *
 * @param domain how many different ones there may be
 * @param text where they come from, to follow "every distinct"; empty if there is nothing to say
 */
public record Key(Domain domain, String text) {
  /** How many different keys there may be, from few to many. */
  public enum Domain {
    /** Constants, enum values and the like. */
    FINITE,
    /** Likely few: small numbers, values of unknown kind that start-up code makes. */
    FEW,
    /** As many as there are classes: finite in an application, a leak where classes come and go. */
    CLASSES,
    /** As {@link #CLASSES}, and each entry holds a class loader by itself. */
    LOADERS,
    /** Not known, likely many. */
    UNKNOWN,
    /** As many as callers like. */
    OPEN;

    public boolean isClasses() {
      return this == CLASSES || this == LOADERS;
    }
  }

  public static final Key FINITE = new Key(Domain.FINITE, "");

  /** The one with more different values. */
  public Key or(Key other) {
    return domain.ordinal() >= other.domain.ordinal() ? this : other;
  }

  public Key atMost(Domain most) {
    return domain.ordinal() <= most.ordinal() ? this : new Key(most, text);
  }

  /** Whether the value comes from a call known to bring ever new ones, such as request data. */
  public boolean isOfCall() {
    return domain == Domain.OPEN && text.endsWith("()`") && text.indexOf(' ') < 0;
  }
}
