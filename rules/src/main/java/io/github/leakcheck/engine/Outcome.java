package io.github.leakcheck.engine;

import io.github.leakcheck.model.Finding;
import java.util.List;

/**
 * What an analysis brought.
 *
 * @param findings all of them, low confidence included, placed, merged, sorted by file, line,
 *     column and rule
 * @param judged classes looked at, by engine
 * @param notes one line each: what could not be looked into, and why; empty when all was read
 * @param coarse methods that were too large to follow path by path
 */
public record Outcome(List<Finding> findings, Judged judged, List<String> notes, int coarse) {
  /** Number of classes judged from class files and from source. */
  public record Judged(int bytecode, int source) {
    public int total() {
      return bytecode + source;
    }
  }

  public Outcome {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }
}
