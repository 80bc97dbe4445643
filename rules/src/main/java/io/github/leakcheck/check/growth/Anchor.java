package io.github.leakcheck.check.growth;

import io.github.leakcheck.model.Confidence;

/**
 * Why a field lives long.
 *
 * @param sure how sure that is
 * @param text in words, to stand in parentheses behind the field's name
 */
record Anchor(Kind kind, Confidence sure, String text) {
  /** Ways to live long. */
  enum Kind {
    STATIC,
    SINGLETON,
    SHARED
  }
}
