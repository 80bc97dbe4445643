package io.github.leakcheck.maven.change;

import io.github.leakcheck.maven.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells code that is new from code that was moved, indented, wrapped or had a variable renamed: its
 * statement stood in the changed files before, as often as now. It is not merely moved when the
 * file it stood in lost a {@code try} or {@code finally}, or something said of its variable: that
 * may have been what kept it from leaking.
 */
final class Moves {
  private static final Pattern TARGET = Pattern.compile("(\\w+)=[^=]");
  private static final Pattern RECEIVER = Pattern.compile("^(\\w+)\\.");
  private static final Pattern GUARD = Pattern.compile("^(try|finally)\\b");

  private final List<Set<String>> filesBefore = new ArrayList<>();
  private final Map<String, Integer> net = new HashMap<>();
  private final Map<Path, Map<String, Integer>> shapes = new HashMap<>();
  private final StringBuilder before = new StringBuilder();
  private final StringBuilder now = new StringBuilder();

  /**
   * Adds a changed file: its text before and after, one of them empty if there was none.
   *
   * @param file where it is now, null if it is gone
   */
  void add(Path file, SourceText old, SourceText current) {
    old.statements().forEach(statement -> net.merge(statement, -1, Integer::sum));
    current.statements().forEach(statement -> net.merge(statement, 1, Integer::sum));
    Map<String, Integer> ofFile = shapes.computeIfAbsent(file, path -> new HashMap<>());
    old.statements().forEach(one -> ofFile.merge(SourceText.shape(one), -1, Integer::sum));
    current.statements().forEach(one -> ofFile.merge(SourceText.shape(one), 1, Integer::sum));
    filesBefore.add(new HashSet<>(old.statements()));
    before.append(old.plain()).append('\n');
    now.append(current.plain()).append('\n');
  }

  /** How many of a file's statements equal to this one the change brought; all when in doubt. */
  int brought(Path file, String statement) {
    if (isRenamed(file, statement)) {
      return 0;
    }
    if (statement.isEmpty() || isHandledAnew(statement)) {
      return Integer.MAX_VALUE;
    }
    // As part of others, too: `try (S)` was S once, and repaired.
    int within = occurrences(now, statement) - occurrences(before, statement);
    return Math.max(within, net.getOrDefault(statement, 0));
  }

  /** Whether the change took a statement away, and did not put it elsewhere. */
  boolean lost(String statement) {
    return net.getOrDefault(statement, 0) < 0;
  }

  /** Whether the file has every statement that it had, and no more like this, names left aside. */
  private boolean isRenamed(Path file, String statement) {
    Map<String, Integer> ofFile = shapes.getOrDefault(file, Map.of());
    return ofFile.values().stream().noneMatch(count -> count < 0)
        && ofFile.getOrDefault(SourceText.shape(statement), 1) == 0;
  }

  private boolean isHandledAnew(String statement) {
    List<Pattern> signs = new ArrayList<>(List.of(GUARD));
    for (Pattern place : List.of(TARGET, RECEIVER)) {
      Matcher name = place.matcher(statement);
      if (name.find()) {
        signs.add(Pattern.compile("\\b" + name.group(1) + "\\b"));
      }
    }
    return filesBefore.stream()
        .filter(file -> file.contains(statement))
        .flatMap(Set::stream)
        .filter(this::lost)
        .anyMatch(gone -> signs.stream().anyMatch(sign -> sign.matcher(gone).find()));
  }

  private static int occurrences(StringBuilder text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }
}
