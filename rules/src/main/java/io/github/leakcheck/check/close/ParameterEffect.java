package io.github.leakcheck.check.close;

/**
 * What a method does to an object passed in, on some path.
 *
 * @param closes releases it
 * @param openAtReturn some path returns with it open and still the caller's
 * @param openAtThrow the likeliest path on which the method throws and leaves it open and still the
 *     caller's, null if there is none
 * @param keptInThis stores it in a field of the receiver
 * @param given stores it elsewhere or hands it to someone who keeps it
 * @param returned returns it or something that closes it
 */
record ParameterEffect(
    boolean closes,
    boolean openAtReturn,
    Likelihood openAtThrow,
    boolean keptInThis,
    boolean given,
    boolean returned) {

  /** Only uses it; also the answer while a recursive method is being looked at. */
  static final ParameterEffect BORROWS =
      new ParameterEffect(false, true, Likelihood.PLAIN, false, false, false);

  /** Whether it is in the same hands after the call as before. */
  boolean borrows() {
    return !closes && !keptInThis && !given && !returned;
  }

  /** Whether it is handed to somebody, and nothing else is known of it. */
  boolean isJustGiven() {
    return given && !closes && !keptInThis && !returned;
  }

  /** What several possible targets of one call may do together. */
  ParameterEffect or(ParameterEffect other) {
    return new ParameterEffect(
        closes || other.closes,
        openAtReturn || other.openAtReturn,
        likelier(openAtThrow, other.openAtThrow),
        keptInThis || other.keptInThis,
        given || other.given,
        returned || other.returned);
  }

  private static Likelihood likelier(Likelihood one, Likelihood other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.ordinal() <= other.ordinal() ? one : other;
  }
}
