package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.Value.Role;

/**
 * What a call does to the followed resource.
 *
 * @param kind what happens when the call returns
 * @param result what the result register then holds; null for a value of its own
 * @param bound register whose object becomes bound to the resource, for {@link Kind#BINDS}
 * @param role how it is bound
 * @param openAfterThrow null if the resource is not open and ours any more when the call throws,
 *     else how likely that is at best
 * @param doubtful whether this is a guess
 */
record Meaning(
    Kind kind, Value result, int bound, Role role, Likelihood openAfterThrow, boolean doubtful) {
  /** What a call can do. */
  enum Kind {
    NOTHING,
    CLOSES,
    CLOSES_UNLESS,
    GIVES,
    KEEPS_IN_THIS,
    BINDS
  }

  static final Meaning NOTHING = new Meaning(Kind.NOTHING, null, -1, null, Likelihood.PLAIN, false);
  static final Meaning CLOSES = new Meaning(Kind.CLOSES, null, -1, null, null, false);
  static final Meaning GIVES = new Meaning(Kind.GIVES, null, -1, null, null, false);
  static final Meaning KEEPS_IN_THIS =
      new Meaning(Kind.KEEPS_IN_THIS, null, -1, null, Likelihood.PLAIN, false);

  /** The call only uses the resource and returns this. */
  static Meaning returning(Value result) {
    return new Meaning(Kind.NOTHING, result, -1, null, Likelihood.PLAIN, false);
  }

  /** The call returns this while the resource is open; any other answer, or throwing, closes it. */
  static Meaning closingUnless(Value result) {
    return new Meaning(Kind.CLOSES_UNLESS, result, -1, null, null, false);
  }

  /** The object in the register is bound to the resource once the call has returned. */
  static Meaning binding(int register, Role role) {
    return new Meaning(Kind.BINDS, null, register, role, Likelihood.PLAIN, false);
  }

  /** The same, but with another result. */
  Meaning withResult(Value other) {
    return new Meaning(kind, other, bound, role, openAfterThrow, doubtful);
  }

  Meaning guessed() {
    return new Meaning(kind, result, bound, role, openAfterThrow, true);
  }

  /** The same, but when the call throws, the resource may still be open; null changes nothing. */
  Meaning openAfterThrow(Likelihood how) {
    return how == null ? this : new Meaning(kind, result, bound, role, how, doubtful);
  }

  /** The same, but when the call throws, the resource is open as said here; null for not at all. */
  Meaning openOnlyAfterThrow(Likelihood how) {
    return new Meaning(kind, result, bound, role, how, doubtful);
  }

  /** Whether the call closes it, and that is known. */
  boolean surelyCloses() {
    return kind == Kind.CLOSES && !doubtful;
  }
}
