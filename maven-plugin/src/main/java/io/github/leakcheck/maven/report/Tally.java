package io.github.leakcheck.maven.report;

import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many findings there are of each severity. */
public record Tally(int errors, int warnings, int notes) {
  public static Tally of(List<Finding> findings) {
    return new Tally(
        count(findings, Severity.ERROR),
        count(findings, Severity.WARNING),
        count(findings, Severity.NOTE));
  }

  private static int count(List<Finding> findings, Severity severity) {
    return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  public int total() {
    return errors + warnings + notes;
  }

  /** {@code 2 errors and 1 warning}; {@code no leaks} when there are none. */
  public String words() {
    List<String> parts =
        Stream.of(words(errors, "error"), words(warnings, "warning"), words(notes, "note"))
            .filter(part -> !part.isEmpty())
            .toList();
    if (parts.isEmpty()) {
      return "no leaks";
    }
    String last = parts.get(parts.size() - 1);
    String others = parts.stream().limit(parts.size() - 1L).collect(Collectors.joining(", "));
    return others.isEmpty() ? last : others + " and " + last;
  }

  private static String words(int count, String noun) {
    return count == 0 ? "" : counted(count, noun);
  }

  /** {@code 1 class}, {@code 1,234 classes}. */
  public static String counted(int count, String noun) {
    String plural =
        noun.endsWith("y")
            ? noun.substring(0, noun.length() - 1) + "ies"
            : noun.endsWith("s") ? noun + "es" : noun + "s";
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? noun : plural);
  }
}
