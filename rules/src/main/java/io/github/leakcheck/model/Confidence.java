package io.github.leakcheck.model;

/** How sure a check is that what it reports is a leak. {@link #LOW} is not shown by default. */
public enum Confidence {
  LOW,
  MEDIUM,
  HIGH;

  /** The weaker of the two. */
  public Confidence and(Confidence other) {
    return ordinal() <= other.ordinal() ? this : other;
  }

  /** One level less; {@link #LOW} stays {@link #LOW}. */
  public Confidence lowered() {
    return this == HIGH ? MEDIUM : LOW;
  }

  /** One level more; {@link #HIGH} stays {@link #HIGH}. */
  public Confidence raised() {
    return this == LOW ? MEDIUM : HIGH;
  }
}
