package io.github.leakcheck.maven.filter;

import io.github.leakcheck.engine.Suppressions;
import io.github.leakcheck.model.Finding;
import java.util.List;

/**
 * Drops what the code itself sets aside.
 *
 * @param selection rules that the findings are of
 */
public record Suppressed(Suppressions suppressions, RuleSelection selection) implements Filter {
  @Override
  public List<Finding> apply(List<Finding> findings) {
    return suppressions.keep(findings, selection::selects);
  }
}
