package io.github.leakcheck.maven.baseline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which entries of one baseline have found their findings. All modules of a build share it, so it
 * is made of nothing that a class loader of a plugin brings.
 *
 * @param entries positions in the file
 * @param moved number of statements that were found elsewhere, by the place they left
 */
public record Claims(Set<Integer> entries, Map<String, Integer> moved) {
  public Claims() {
    this(new HashSet<>(), new HashMap<>());
  }
}
