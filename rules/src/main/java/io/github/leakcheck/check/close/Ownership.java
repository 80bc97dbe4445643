package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * What annotations of the Checker Framework, Error Prone, JSR 305, SpotBugs, Eclipse and JUnit say
 * about who closes. Known by simple name, as projects declare their own; an author's word counts
 * more than what a body shows.
 */
final class Ownership {
  /** Whose an argument is once it has been passed. */
  enum Said {
    TAKES,
    BORROWS,
    WRAPS
  }

  private static final Set<String> TAKING = Set.of("Owning", "WillClose");
  private static final Set<String> BORROWING = Set.of("NotOwning", "WillNotClose");
  private static final Set<String> WRAPPING = Set.of("MustCallAlias", "WillCloseWhenClosed");
  private static final Set<String> FRESH = Set.of("Owning", "MustBeClosed", "CreatesObligation");
  private static final Set<String> RELEASED_BY_OTHERS = Set.of("NotOwning", "AutoClose", "TempDir");

  private Ownership() {}

  /** Empty if the declaration says nothing about the argument at this position. */
  static Optional<Said> ofArgument(MethodFacts method, int index) {
    Set<String> names = method.parameterAnnotations().getOrDefault(index, Set.of());
    if (has(names, TAKING)) {
      return Optional.of(Said.TAKES);
    }
    if (has(names, BORROWING)) {
      return Optional.of(Said.BORROWS);
    }
    return has(names, WRAPPING) ? Optional.of(Said.WRAPS) : Optional.empty();
  }

  /** The caller is to close what the method returns. */
  static boolean returnsOwned(MethodFacts method) {
    return has(method.annotations(), FRESH);
  }

  /** Somebody else closes what the method returns. */
  static boolean returnsLent(MethodFacts method) {
    return has(method.annotations(), BORROWING);
  }

  /** Somebody else closes what the field holds. */
  static boolean isReleasedByOthers(FieldFacts field) {
    return has(field.annotations(), RELEASED_BY_OTHERS);
  }

  private static boolean has(Set<String> names, Set<String> wanted) {
    return !Collections.disjoint(names, wanted);
  }
}
