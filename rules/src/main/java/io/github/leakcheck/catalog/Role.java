package io.github.leakcheck.catalog;

import java.util.Locale;
import java.util.Optional;

/** What one API line says of its signature. */
public enum Role {
  /** The caller owns what this returns or constructs. */
  ACQUIRE,
  /** Releases its receiver (its first argument when static). */
  RELEASE,
  /** Closing the result closes the argument. */
  WRAPS,
  /** Ownership of the argument passes to the callee. */
  TAKES,
  /** The callee only uses the argument. */
  BORROWS,
  /** What this returns or constructs needs no release. */
  HARMLESS,
  /** What this returns is freed with its receiver, and with the argument that the line names. */
  DERIVED,
  /** Does something that has an {@code undo}. */
  DOES,
  /** Adds to a collection, cache or registry. */
  ADDS,
  /** Removes from it. */
  REMOVES,
  /** Bounds it. */
  BOUNDS,
  /** Says how long values of the type live ({@code for jvm|application|thread|...}). */
  LIVES;

  /** The role written as in apis.txt, in lower case. */
  public static Optional<Role> named(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
