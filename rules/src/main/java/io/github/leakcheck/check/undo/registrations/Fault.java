package io.github.leakcheck.check.undo.registrations;

/** Why a registration lasts. */
enum Fault {
  /** Nothing undoes it. */
  NEVER,
  /** Nothing can undo it. */
  ONE_WAY,
  /** The class undoes others of its registrations, not this one. */
  ONLY_OTHERS,
  /** What is taken back is made on the spot: another object than what was given. */
  OTHER_OBJECT,
  /** It is undone somewhere, but not where the owner ends. */
  NOT_AT_END,
  /** It is undone, but not where the work in between throws. */
  ON_FAILURE,
  /** A subclass overrides the method that undoes it, and does not call it. */
  OVERRIDDEN,
  /** A callback repeats it, and only the end of the owner undoes it. */
  ONLY_AT_END,
  /** The method that should undo it registers once more. */
  WRONG_CALL
}
