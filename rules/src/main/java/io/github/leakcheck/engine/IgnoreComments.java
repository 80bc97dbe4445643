package io.github.leakcheck.engine;

import io.github.leakcheck.catalog.Catalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads {@code // leakcheck:ignore rule-id why} and PMD's {@code // NOPMD}. A comment behind code
 * is about its own line; one that has its line to itself is about the next line of code.
 */
final class IgnoreComments {
  private static final Pattern OURS =
      Pattern.compile("//\\s*leakcheck:ignore\\b([ \\t]+[\\w,:-]*[\\w,-])?[^\\n]*");
  private static final Pattern PMD = Pattern.compile("//\\s*NOPMD\\b.*");

  private final Catalog catalog;

  IgnoreComments(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Those of a file.
   *
   * @param comments column, from 0, where the comment of a line starts; -1 if there is none
   */
  List<Suppression> in(String file, List<String> lines, IntUnaryOperator comments) {
    List<Suppression> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int column = Math.min(comments.applyAsInt(i + 1), lines.get(i).length());
      if (column >= 0) {
        String line = lines.get(i);
        boolean alone = line.substring(0, column).isBlank();
        int target = alone ? nextCode(lines, i) : i + 1;
        read(file, line.substring(column), i + 1, target, found);
      }
    }
    return found;
  }

  private void read(String file, String comment, int number, int target, List<Suppression> found) {
    Matcher ours = OURS.matcher(comment);
    if (ours.lookingAt()) {
      Set<String> rules = rules(ours.group(1));
      found.add(new Suppression(file, number, ours.group().strip(), true, rules, target, target));
    } else if (PMD.matcher(comment).lookingAt()) {
      found.add(new Suppression(file, number, "// NOPMD", false, Set.of(), number, number));
    }
  }

  /** Null when no known rule is named: whoever hides a finding must say which. */
  private Set<String> rules(String ids) {
    if (ids == null) {
      return null;
    }
    Set<String> known =
        Arrays.stream(ids.strip().split(","))
            .map(id -> GuestRule.isId(id) ? id : id.replaceFirst(":.*", ""))
            .filter(id -> catalog.rule(id).isPresent() || GuestRule.isId(id))
            .collect(Collectors.toUnmodifiableSet());
    return known.isEmpty() ? null : known;
  }

  private static int nextCode(List<String> lines, int from) {
    for (int i = from + 1; i < lines.size(); i++) {
      String text = lines.get(i).strip();
      if (!text.isEmpty() && !text.startsWith("//")) {
        return i + 1;
      }
    }
    return from + 1;
  }
}
