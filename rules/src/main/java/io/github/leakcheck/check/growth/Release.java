package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Site;

/**
 * What lets entries go.
 *
 * @param text says it in a few words
 * @param site where; null if nowhere
 */
public record Release(Kind kind, String text, Site site) {
  /** From none to surely enough. */
  public enum Kind {
    NONE,
    /** Looks like a release but leaves entries behind. */
    WRONG,
    /** What is kept under a key goes, the key itself stays. */
    EMPTIES,
    /** What is too old goes only when somebody asks for it. */
    LAZY,
    /** A method would release what is old or unused, but nothing calls it. */
    SWEEP,
    /** A method would release, but nothing calls it. */
    MANUAL,
    /** A method would release the entry it is told, but nothing in the program calls it. */
    KEYED,
    /** Only the end of the object that holds the collection lets everything go. */
    ENDING,
    /** Runs by itself. */
    AUTOMATIC,
    /** The number of entries is limited. */
    BOUND;

    /** Whether somebody outside would have to call for it. */
    public boolean isByHand() {
      return this == SWEEP || this == MANUAL || this == KEYED;
    }
  }
}
