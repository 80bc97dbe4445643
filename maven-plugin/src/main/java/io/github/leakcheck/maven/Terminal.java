package io.github.leakcheck.maven;

import io.github.leakcheck.maven.report.Style;
import java.util.Map;

/** What the terminal can show. */
final class Terminal {
  private Terminal() {}

  /**
   * Colours exactly where Maven itself uses them ({@code -B}, {@code -Dstyle.color}, {@code -l} and
   * pipes are its business), unless {@code NO_COLOR} is set to anything.
   */
  static Style style(Map<String, String> environment) {
    boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return !refused && isOne() ? Style.COLOURED : Style.PLAIN;
  }

  /** Whether somebody watches: Maven uses colours exactly where they are seen. */
  static boolean isOne() {
    try {
      return org.fusesource.jansi.Ansi.isEnabled();
    } catch (LinkageError otherMaven) {
      return false;
    }
  }
}
