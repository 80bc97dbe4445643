package io.github.leakcheck.maven;

import io.github.leakcheck.maven.report.ConsoleReport;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Severity;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Says findings through Maven's log, each as one message so that parallel modules do not mix. */
final class Console {
  private final Log log;
  private final ConsoleReport report;
  private final Verdict verdict;

  Console(Log log, ConsoleReport report, Verdict verdict) {
    this.log = log;
    this.report = report;
    this.verdict = verdict;
  }

  /** What fails the build is an error to Maven, so that {@code -q} still shows it. */
  void say(List<Finding> findings) {
    for (Finding finding : findings) {
      if (verdict.failOnViolation() && verdict.counts(finding)) {
        log.error(report.describe(finding));
      } else if (finding.severity() == Severity.NOTE) {
        log.info(report.describe(finding));
      } else {
        log.warn(report.describe(finding));
      }
    }
  }
}
