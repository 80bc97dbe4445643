package io.github.leakcheck.maven;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.engine.Outcome;
import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.engine.Suppressions;
import io.github.leakcheck.maven.filter.MinConfidence;
import io.github.leakcheck.model.Finding;
import java.util.List;

/**
 * What a look into a module brought.
 *
 * @param selected findings of the rules and files that were asked for
 * @param open those of them that the code does not set aside
 * @param notes what could not be looked into as it should
 * @param failures those of the notes about what could not be looked into at all
 */
record Looked(
    Scope scope,
    List<Rule> rules,
    Choices choices,
    Outcome outcome,
    Suppressions suppressions,
    List<Finding> selected,
    List<Finding> open,
    List<String> notes,
    List<String> failures) {

  /** Those that are sure enough to be shown. */
  List<Finding> sure(List<Finding> findings) {
    return new MinConfidence(choices.minConfidence()).apply(findings);
  }
}
