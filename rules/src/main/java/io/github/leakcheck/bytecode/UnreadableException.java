package io.github.leakcheck.bytecode;

/** Says why a class or method cannot be read. Never leaves this package. */
final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableException(String why) {
    super(why, null, false, false);
  }
}
