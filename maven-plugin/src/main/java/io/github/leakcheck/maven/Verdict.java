package io.github.leakcheck.maven;

import io.github.leakcheck.engine.Outcome;
import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.maven.report.Notes;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Severity;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Whether findings fail the build, and the sentence that says so. */
record Verdict(boolean failOnViolation, Severity failOnSeverity) {

  /** What fails the build is an error to Maven, whatever its severity. */
  Loudness loudness(Finding finding) {
    if (failOnViolation && isViolation(finding)) {
      return Loudness.ERROR;
    }
    return finding.severity() == Severity.NOTE ? Loudness.INFO : Loudness.WARNING;
  }

  private boolean isViolation(Finding finding) {
    return finding.severity().compareTo(failOnSeverity) <= 0;
  }

  /** Those findings that fail the build. */
  List<Finding> violations(List<Finding> shown) {
    return failOnViolation ? shown.stream().filter(this::isViolation).toList() : List.of();
  }

  /**
   * The sentence that a build fails with.
   *
   * @param found what was found, and where
   * @param report where to read more, as the reader can open it; empty if there is nothing
   */
  MojoFailureException failure(String found, String report) {
    return new MojoFailureException(
        "leakcheck found %s (leakcheck.failOnSeverity=%s).%s Repair them, or set one aside with `// leakcheck:ignore <rule> <why>`; leakcheck:baseline sets all aside that are there today, and -Dleakcheck.failOnViolation=false only reports."
            .formatted(
                found,
                failOnSeverity.name().toLowerCase(Locale.ROOT),
                report.isEmpty() ? "" : " Details: " + report + "."));
  }

  /** Throws when the user wants all of a module looked into, and not all of it was. */
  void requireWhole(
      String module,
      CheckParameters given,
      Scope.Engines engines,
      Outcome.Judged judged,
      List<String> notes)
      throws MojoExecutionException {
    if (given.requireClasses() && engines == Scope.Engines.AUTO && judged.source() > 0) {
      throw new MojoExecutionException(
          "leakcheck.requireClasses: %d of %d classes of %s judged from source, for want of class files that fit it; compile first."
              .formatted(judged.source(), judged.total(), module));
    }
    if (given.failOnAnalysisError() && !notes.isEmpty()) {
      throw new MojoExecutionException(
          "leakcheck.failOnAnalysisError: not all of %s could be looked into: %s%s."
              .formatted(
                  module,
                  Notes.plain(notes.get(0)),
                  notes.size() == 1 ? "" : ", and " + (notes.size() - 1) + " more"));
    }
  }
}
