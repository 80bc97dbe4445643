package io.github.leakcheck.check.close;

/**
 * What a method does to an object passed in, on some path.
 *
 * @param closes releases it
 * @param openAtReturn some path returns with it open and still the caller's
 * @param openAtThrow some path on which the method throws leaves it open and still the caller's
 * @param keptInThis stores it in a field of the receiver
 * @param given stores it elsewhere or hands it to someone who keeps it
 * @param returned returns it or something that closes it
 */
record ParameterEffect(
    boolean closes,
    boolean openAtReturn,
    boolean openAtThrow,
    boolean keptInThis,
    boolean given,
    boolean returned) {

  /** Only uses it; also the answer while a recursive method is being looked at. */
  static final ParameterEffect BORROWS =
      new ParameterEffect(false, true, true, false, false, false);

  /** What several possible targets of one call may do together. */
  ParameterEffect or(ParameterEffect other) {
    return new ParameterEffect(
        closes || other.closes,
        openAtReturn || other.openAtReturn,
        openAtThrow || other.openAtThrow,
        keptInThis || other.keptInThis,
        given || other.given,
        returned || other.returned);
  }
}
