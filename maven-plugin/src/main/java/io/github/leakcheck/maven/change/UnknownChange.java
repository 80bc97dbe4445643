package io.github.leakcheck.maven.change;

/** It cannot be told what changed; the message is a phrase for the user, with the way out. */
public final class UnknownChange extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownChange(String message) {
    super(message);
  }
}
