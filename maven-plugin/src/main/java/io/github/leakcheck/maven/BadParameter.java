package io.github.leakcheck.maven;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;

/** A parameter holds something that means nothing to us: says which, what, and what is allowed. */
final class BadParameter {
  private static final int SUGGESTED = 3;

  private BadParameter() {}

  /** The constant of the enum written as in lower case, or an exception that lists them all. */
  static <E extends Enum<E>> E parse(String parameter, String value, Class<E> type)
      throws MojoExecutionException {
    List<String> allowed =
        List.of(type.getEnumConstants()).stream().map(BadParameter::word).toList();
    String word = value.strip().toLowerCase(Locale.ROOT);
    if (!allowed.contains(word)) {
      throw of(parameter, value, "allowed are " + String.join(", ", allowed));
    }
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  static MojoExecutionException of(String parameter, String value, String allowed) {
    return new MojoExecutionException(
        "leakcheck.%s: '%s' is not possible; %s.".formatted(parameter, value, allowed));
  }

  static MojoExecutionException unknownRule(String parameter, String id, List<String> known) {
    return of(parameter, id, "the nearest rules are " + nearest(id, known));
  }

  /** The known words most like the unknown one, joined, best first. */
  static String nearest(String unknown, Collection<String> known) {
    return known.stream()
        .sorted(
            Comparator.comparingInt((String id) -> distance(unknown, id)).thenComparing(id -> id))
        .limit(SUGGESTED)
        .reduce((left, right) -> left + ", " + right)
        .orElse("");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Number of characters to insert, drop or replace (Levenshtein). */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int kept = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(kept, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
