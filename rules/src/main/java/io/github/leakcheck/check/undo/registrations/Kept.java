package io.github.leakcheck.check.undo.registrations;

/**
 * What the source holds once the registration is made.
 *
 * @param text in a few words
 * @param nameless whether nothing else refers to it, so that it can never be taken back
 * @param function whether it is a lambda or method reference
 */
record Kept(Kind kind, String text, boolean nameless, boolean function) {
  Kept(Kind kind, String text, boolean nameless) {
    this(kind, text, nameless, false);
  }

  /** Whether it is a function that only the source knows. */
  boolean isFunctionAlone() {
    return nameless && function;
  }

  /** What the registered thing drags along. */
  enum Kind {
    /** Nothing that matters: weak, constant, or the caller's own. */
    HARMLESS,
    /** An object or function that holds no enclosing object. */
    ALONE,
    /** The object that registers. */
    THIS
  }
}
