package io.github.leakcheck.maven.filter;

import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import java.util.List;

/** Keeps findings that are at least this sure. */
public record MinConfidence(Confidence least) implements Filter {
  @Override
  public List<Finding> apply(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.confidence().compareTo(least) >= 0).toList();
  }
}
