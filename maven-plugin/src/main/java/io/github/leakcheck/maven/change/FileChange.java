package io.github.leakcheck.maven.change;

import java.util.ArrayList;
import java.util.List;

/**
 * What a change did to one file.
 *
 * @param path where the file is now, as the change names it; null if it is gone
 * @param whole whether all of the file is new
 * @param edits in the order of their lines; they do not matter when all is new
 */
record FileChange(String path, boolean whole, List<Edit> edits) {
  FileChange {
    edits = List.copyOf(edits);
  }

  static FileChange untracked(String path) {
    return new FileChange(path, true, List.of());
  }

  boolean adds(int line) {
    return whole || edits.stream().anyMatch(edit -> edit.adds(line));
  }

  /** Whether all edits lie within a text of so many lines. */
  boolean fits(int lines) {
    return edits.stream().allMatch(edit -> edit.line() + edit.added() - 1 <= lines);
  }

  /** The text before the change, made from the one after it. */
  String before(String now) {
    if (whole) {
      return "";
    }
    List<String> lines = now.lines().toList();
    List<String> before = new ArrayList<>();
    int next = 0;
    for (Edit edit : edits) {
      int start = Math.min(Math.max(edit.line() - 1, next), lines.size());
      before.addAll(lines.subList(next, start));
      before.addAll(edit.removed());
      next = Math.min(start + edit.added(), lines.size());
    }
    before.addAll(lines.subList(next, lines.size()));
    return String.join("\n", before);
  }
}
