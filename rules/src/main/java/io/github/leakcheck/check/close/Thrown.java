package io.github.leakcheck.check.close;

/**
 * An exception that a step may raise.
 *
 * @param type binary name; subtypes may come too
 */
record Thrown(String type, Likelihood likelihood) {
  static final String ANY = "java.lang.Throwable";
  static final String UNCHECKED = "java.lang.RuntimeException";

  /** The same, but no likelier than this. */
  Thrown atMost(Likelihood most) {
    return new Thrown(type, likelihood.or(most));
  }
}
