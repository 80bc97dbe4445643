package io.github.leakcheck.maven.filter;

import io.github.leakcheck.model.Finding;
import java.util.List;
import java.util.Set;

/**
 * Keeps findings of the rules that were asked for.
 *
 * @param only ids; empty for all
 * @param never ids, stronger than {@code only}
 */
public record RuleSelection(Set<String> only, Set<String> never) implements Filter {
  public RuleSelection {
    only = Set.copyOf(only);
    never = Set.copyOf(never);
  }

  @Override
  public List<Finding> apply(List<Finding> findings) {
    return findings.stream().filter(finding -> selects(finding.rule())).toList();
  }

  /** Whether findings of the rule are kept. */
  public boolean selects(String rule) {
    return (only.isEmpty() || only.contains(rule)) && !never.contains(rule);
  }
}
