package io.github.leakcheck.engine;

import io.github.leakcheck.model.Finding;
import java.util.List;

/**
 * What one engine brought, before placing.
 *
 * @param judged number of classes looked at
 * @param notes one line each: what could not be looked into, or not as one would expect
 * @param failures those of the notes that tell of something that could not be analysed
 * @param coarse methods too large to follow path by path
 * @param guests what rules of others found
 */
record Raw(
    List<Finding> findings,
    int judged,
    List<String> notes,
    List<String> failures,
    int coarse,
    GuestReport guests) {
  static final Raw NOTHING = new Raw(List.of(), 0, List.of(), List.of(), 0, GuestReport.NOTHING);

  Raw {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
    failures = List.copyOf(failures);
  }
}
