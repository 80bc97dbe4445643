package io.github.leakcheck.maven;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.maven.report.ModuleFindings;
import io.github.leakcheck.maven.report.Remark;
import io.github.leakcheck.maven.report.SarifPart;
import io.github.leakcheck.maven.report.Tally;
import io.github.leakcheck.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * What a module leaves to the end of the build: reports of all modules, and perhaps the verdict.
 */
final class BuildEnd {
  private final Build build;
  private final ReviewParameters review;
  private final ModuleReports reports;
  private final SarifFiles files;

  BuildEnd(Build build, ReviewParameters review, ModuleReports reports, SarifFiles files) {
    this.build = build;
    this.review = review;
    this.reports = reports;
    this.files = files;
  }

  void write(ModuleFindings module, List<Rule> rules, DueModules due)
      throws MojoExecutionException {
    new BuildReport(build, files, files.about(rules), review.isLimited(), due)
        .write(module)
        .forEach(line -> build.log().warn("leakcheck: " + line));
  }

  /** All at the end, so that the worst of all modules come first. */
  void annotate(Annotations annotations) {
    Map<String, String> parts = build.shared("parts", TreeMap::new);
    AtEnd.run(
        build,
        "2 annotations",
        () -> {
          List<SarifPart> found = new ArrayList<>();
          parts.forEach((module, json) -> found.add(new SarifPart(module, json)));
          annotations.tell(
              Remark.of(found), files.merged(), reports.name(files.merged()), System.getenv());
        });
  }

  /** Throws now or at the end of the build if the findings shown fail it. */
  void pronounce(Verdict verdict, List<Finding> shown) throws MojoFailureException {
    List<Finding> violations = verdict.violations(shown);
    if (violations.isEmpty()) {
      return;
    }
    String found = Tally.of(violations).words() + " in " + build.module();
    if (!review.failAtEnd()) {
      throw verdict.failure(found, reports.name(files.own()));
    }
    Map<String, String> all = build.shared("violations", TreeMap::new);
    synchronized (all) {
      all.put(SarifFiles.name(build.project()), found);
    }
    AtEnd.run(
        build,
        "4 verdict",
        () -> {
          throw verdict.failure(String.join(", ", all.values()), reports.name(files.merged()));
        });
  }
}
