package io.github.leakcheck.maven.report;

import java.time.Duration;

/**
 * What one run over a module came to, in one line.
 *
 * @param shown findings that are shown
 * @param lowConfidence findings left out because too little is known of them
 * @param suppressed findings that the code itself sets aside
 * @param classes looked at
 */
public record Summary(Tally shown, int lowConfidence, int suppressed, int classes, Duration time) {
  public String line() {
    String head = shown.total() == 0 ? "no leaks found" : shown.words();
    return "leakcheck: %s in %s%s, %.1f s"
        .formatted(head, Tally.counted(classes, "class"), hidden(), time.toMillis() / 1000.0);
  }

  private String hidden() {
    String low =
        lowConfidence == 0 ? "" : "%d of low confidence not shown".formatted(lowConfidence);
    String set = suppressed == 0 ? "" : "%d suppressed".formatted(suppressed);
    String both = low + (low.isEmpty() || set.isEmpty() ? "" : ", ") + set;
    return both.isEmpty() ? "" : " (" + both + ")";
  }
}
