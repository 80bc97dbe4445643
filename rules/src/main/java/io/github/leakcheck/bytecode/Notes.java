package io.github.leakcheck.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be read. Bounded: a broken class path must not fill the memory. */
final class Notes {
  private static final int SHOWN = 200;

  private final Set<String> lines = new LinkedHashSet<>();
  private int more;

  void add(String line) {
    if (lines.size() < SHOWN) {
      lines.add(line);
    } else if (!lines.contains(line)) {
      more++;
    }
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
