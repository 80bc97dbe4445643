package io.github.leakcheck.check.usage;

import io.github.leakcheck.catalog.Api;
import java.util.Optional;

/**
 * What a call does to the collection it is called on.
 *
 * @param line the catalogue's line, for ADDS and REMOVES
 */
public record Effect(Kind kind, Optional<Api> line) {
  /** Kinds of effect. */
  public enum Kind {
    ADDS,
    REMOVES,
    /** Tells how many entries there are. */
    COUNTS,
    /** Returns something through which the same entries can be removed. */
    SHOWS,
    /** Returns an entry. */
    GETS,
    /** Only looks. */
    READS,
    /** Not known. */
    UNKNOWN
  }

  static Effect of(Kind kind) {
    return new Effect(kind, Optional.empty());
  }
}
