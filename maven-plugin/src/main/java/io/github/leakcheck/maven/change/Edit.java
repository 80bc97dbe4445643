package io.github.leakcheck.maven.change;

import java.util.List;

/**
 * One place where a file was changed.
 *
 * @param line where the new lines begin, from 1; where they would if there are none
 * @param added number of new lines
 * @param removed the old lines in their place
 */
record Edit(int line, int added, List<String> removed) {
  Edit {
    removed = List.copyOf(removed);
  }

  boolean adds(int candidate) {
    return candidate >= line && candidate < line + added;
  }
}
