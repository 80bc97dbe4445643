package io.github.leakcheck.engine;

import io.github.leakcheck.model.Finding;
import java.util.List;

/**
 * What one engine brought, before placing.
 *
 * @param judged number of classes looked at
 * @param notes one line each: what could not be looked into
 * @param coarse methods too large to follow path by path
 */
record Raw(List<Finding> findings, int judged, List<String> notes, int coarse) {
  static final Raw NOTHING = new Raw(List.of(), 0, List.of(), 0);

  Raw {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }
}
