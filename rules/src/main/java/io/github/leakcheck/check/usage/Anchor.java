package io.github.leakcheck.check.usage;

import io.github.leakcheck.model.Confidence;

/**
 * Why a field lives long.
 *
 * @param sure how sure that is
 * @param text in words, to stand in parentheses behind the field's name
 */
public record Anchor(Kind kind, Confidence sure, String text) {
  /** Ways to live long. */
  public enum Kind {
    STATIC,
    SINGLETON,
    /** Kept by what lives long, as far as the program shows. */
    KEPT,
    SHARED
  }
}
