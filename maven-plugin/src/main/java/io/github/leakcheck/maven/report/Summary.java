package io.github.leakcheck.maven.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one run over a module came to, in one line.
 *
 * @param module how messages call it
 * @param shown findings that are shown
 * @param elsewhere findings left out because they are not part of the change
 * @param known findings left out because the baseline holds them
 * @param lowConfidence findings left out because too little is known of them
 * @param suppressed findings that the code itself sets aside
 * @param classes looked at
 * @param notes what could not be looked into
 */
public record Summary(
    String module,
    Tally shown,
    int elsewhere,
    int known,
    int lowConfidence,
    int suppressed,
    int classes,
    int notes,
    Duration time) {

  /** Never sounds like health when nothing was looked at. */
  public String line() {
    if (classes == 0) {
      return "leakcheck: no class of %s was looked at%s".formatted(module, aside());
    }
    String found = shown.total() == 0 ? "no leaks found" : shown.words();
    return String.format(
        Locale.ROOT,
        "leakcheck: %s in %s of %s%s, %.1f s",
        found,
        Tally.counted(classes, "class"),
        module,
        aside(),
        time.toMillis() / 1000.0);
  }

  private String aside() {
    List<String> parts =
        Stream.of(
                counted(elsewhere, "outside of the change"),
                counted(known, "in the baseline"),
                counted(lowConfidence, "of low confidence not shown"),
                counted(suppressed, "suppressed"),
                counted(notes, notes == 1 ? "note" : "notes"))
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.isEmpty() ? "" : parts.stream().collect(Collectors.joining(", ", " (", ")"));
  }

  private static String counted(int count, String what) {
    return count == 0 ? "" : count + " " + what;
  }
}
