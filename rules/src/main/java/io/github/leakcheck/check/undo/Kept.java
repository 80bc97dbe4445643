package io.github.leakcheck.check.undo;

/**
 * What the source holds once the registration is made.
 *
 * @param text in a few words
 * @param nameless whether nothing else refers to it, so that it can never be taken back
 */
public record Kept(Kind kind, String text, boolean nameless) {
  /** What the registered thing drags along. */
  public enum Kind {
    /** Nothing that matters: weak, constant, or the caller's own. */
    HARMLESS,
    /** An object or function that holds no enclosing object. */
    ALONE,
    /** The object that registers. */
    THIS
  }
}
