package io.github.leakcheck.check.close;

/** How likely code really takes an exceptional way; the order is from sure to guessed. */
enum Likelihood {
  /** An ordinary path, or a throw statement in the method itself. */
  PLAIN,
  /** A checked exception that the called code declares and can really throw. */
  CHECKED,
  /**
   * An unchecked exception of using the resource, where that is how using it fails: it counts where
   * the method closes the resource itself.
   */
  USING,
  /**
   * A checked exception of a constructor that is about to wrap the resource: seldom, since it comes
   * before any use.
   */
  WRAPPING,
  /**
   * A checked exception of closing what was only read: nothing is left to write that could fail.
   */
  ENDING,
  /** A checked exception of asking or setting up something, which hardly ever comes. */
  SELDOM,
  /** An unchecked exception that the called code is known to throw. */
  UNCHECKED,
  /** Nothing but the fact that any code might throw. */
  GUESSED;

  Likelihood or(Likelihood other) {
    return ordinal() >= other.ordinal() ? this : other;
  }
}
