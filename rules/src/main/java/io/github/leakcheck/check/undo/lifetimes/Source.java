package io.github.leakcheck.check.undo.lifetimes;

/**
 * What holds the thing registered.
 *
 * @param text the source in a few words
 */
public record Source(Life life, String text) {
  /** How long it lives, compared with the object that registers, from short to long. */
  public enum Life {
    /** It ends with the registrant, or by itself soon. */
    SAME,
    /** Given from outside: as long or longer. */
    GIVEN,
    /** Longer for sure. */
    LONG
  }

  Source or(Source other) {
    return life.ordinal() >= other.life.ordinal() ? this : other;
  }
}
