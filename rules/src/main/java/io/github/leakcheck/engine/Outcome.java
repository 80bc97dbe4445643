package io.github.leakcheck.engine;

import io.github.leakcheck.model.Finding;
import java.util.List;

/**
 * What an analysis brought.
 *
 * @param findings all of them, low confidence included, placed, merged, sorted by file, line,
 *     column and rule
 * @param judged classes looked at, by engine
 * @param notes one line each: what could not be looked into, or not as one would expect; empty when
 *     all was read
 * @param failures those of the notes that tell of something that could not be analysed
 * @param guestRules rules of others that findings are of, by id
 * @param coarse methods that were too large to follow path by path
 */
public record Outcome(
    List<Finding> findings,
    Judged judged,
    List<String> notes,
    List<String> failures,
    List<GuestRule> guestRules,
    int coarse) {
  private static final int LONGEST = 400;

  /** Number of classes judged from class files and from source. */
  public record Judged(int bytecode, int source) {
    public int total() {
      return bytecode + source;
    }
  }

  public Outcome {
    findings = List.copyOf(findings);
    notes = notes.stream().map(Outcome::line).toList();
    failures = failures.stream().map(Outcome::line).toList();
    guestRules = List.copyOf(guestRules);
  }

  /** Names of files and classes, and what libraries say of them, are not ours. */
  private static String line(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .forEach(line::appendCodePoint);
    return line.toString();
  }
}
