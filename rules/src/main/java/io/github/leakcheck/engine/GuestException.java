package io.github.leakcheck.engine;

/** A user's own rules cannot be used. The message says which and why, on one line. */
public final class GuestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GuestException(String message, Throwable cause) {
    super(message.lines().findFirst().orElse(""), cause);
  }

  GuestException(String message) {
    this(message, null);
  }
}
