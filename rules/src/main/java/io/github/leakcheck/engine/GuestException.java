package io.github.leakcheck.engine;

/** A user's own rules cannot be used. The message says which and why, on one line. */
public final class GuestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GuestException(String message) {
    super(message.lines().findFirst().orElse("").replaceFirst("\\.+$", ""));
  }

  /** The cause is for stack traces alone: what it says in many lines the message says in one. */
  GuestException(String message, Throwable cause) {
    this(message);
    addSuppressed(cause);
  }
}
