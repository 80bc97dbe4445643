package io.github.leakcheck.bytecode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What could not be read, or not as one would expect. Bounded: a broken class path must not fill
 * the memory.
 */
final class Notes {
  private static final int SHOWN = 200;
  private static final int LONGEST = 400;

  private final Set<String> lines = new LinkedHashSet<>();
  private final Set<String> remarks = new HashSet<>();
  private int more;

  /** One line of text, whatever names a hostile class file has. */
  static String printable(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .forEach(line::appendCodePoint);
    return line.toString();
  }

  void add(String text) {
    String line = printable(text);
    if (lines.size() < SHOWN) {
      lines.add(line);
    } else if (!lines.contains(line)) {
      more++;
    }
  }

  /** Adds what was read, but not as one would expect. */
  void remark(String text) {
    remarks.add(printable(text));
    add(text);
  }

  /** The lines about what could not be read, in the order in which they came. */
  List<String> failures() {
    return lines().stream().filter(line -> !remarks.contains(line)).toList();
  }

  /** The lines in the order in which they came. */
  List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    if (more > 0) {
      all.add("and " + more + " more");
    }
    return List.copyOf(all);
  }
}
