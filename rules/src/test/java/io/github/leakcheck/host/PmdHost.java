package io.github.leakcheck.host;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.sourceforge.pmd.PMDConfiguration;
import net.sourceforge.pmd.PmdAnalysis;
import net.sourceforge.pmd.reporting.Report;
import net.sourceforge.pmd.util.log.PmdReporter;

/** PMD as others drive it: by our ruleset's name. */
public final class PmdHost implements Function<String, List<String>> {

  /** Rule, line and message of each violation below a folder, and what went wrong. */
  @Override
  public List<String> apply(String folder) {
    PMDConfiguration configuration = new PMDConfiguration();
    configuration.setReporter(PmdReporter.quiet());
    configuration.setIgnoreIncrementalAnalysis(true);
    configuration.setThreads(2);
    configuration.addRuleSet("leakcheck/pmd/all.xml");
    configuration.addInputPath(Path.of(folder));
    try (PmdAnalysis pmd = PmdAnalysis.create(configuration)) {
      Report report = pmd.performAnalysisAndCollectReport();
      Stream<String> found =
          report.getViolations().stream()
              .map(v -> v.getRule().getName() + " " + v.getBeginLine() + " " + v.getDescription());
      Stream<String> wrong =
          Stream.concat(
              report.getProcessingErrors().stream().map(Report.ProcessingError::getDetail),
              report.getConfigurationErrors().stream().map(Report.ConfigurationError::issue));
      return Stream.concat(found, wrong).toList();
    }
  }
}
