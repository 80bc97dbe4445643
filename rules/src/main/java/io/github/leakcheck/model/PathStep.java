package io.github.leakcheck.model;

/**
 * One station on the way from the acquisition to the exit where the leak shows.
 *
 * @param kind what happens here
 * @param text a short phrase in plain words, without full stop
 */
public record PathStep(Kind kind, Place place, String text) {
  /** What happens at a station of the path. */
  public enum Kind {
    ACQUIRED,
    BRANCH,
    CALL,
    THROWN,
    GROWS,
    ESCAPES,
    RELEASED,
    OVERWRITTEN,
    EXIT
  }
}
