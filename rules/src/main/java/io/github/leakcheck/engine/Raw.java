package io.github.leakcheck.engine;

import io.github.leakcheck.model.Finding;
import java.util.List;

/**
 * What one engine brought, before placing.
 *
 * @param judged number of classes looked at
 * @param notes one line each: what could not be looked into
 */
record Raw(List<Finding> findings, int judged, List<String> notes) {
  static final Raw NOTHING = new Raw(List.of(), 0, List.of());

  Raw {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }
}
