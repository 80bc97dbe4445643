package io.github.leakcheck.maven;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.engine.Outcome;
import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.maven.filter.ChangedLines;
import io.github.leakcheck.maven.report.ModuleFindings;
import io.github.leakcheck.maven.report.Summary;
import io.github.leakcheck.maven.report.Tally;
import io.github.leakcheck.model.Finding;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** One module from its project to its verdict, in a straight line. */
final class ModuleCheck {
  private final Build build;
  private final CheckParameters given;
  private final ReviewParameters review;
  private final long start = System.nanoTime();

  ModuleCheck(Build build, CheckParameters given, ReviewParameters review) {
    this.build = build;
    this.given = given;
    this.review = review;
  }

  void run(BiFunction<Scope, Catalog, Outcome> analysis)
      throws MojoExecutionException, MojoFailureException {
    Annotations annotations = Annotations.of(review.annotations(), System.getenv());
    Optional<ChangedLines> change = new Changes(build, review).filter(encoding());
    Optional<Looked> looked = new ModuleLook(build, analysis).look(given);
    if (looked.isEmpty()) {
      DueModules.excuse(build);
    } else {
      judge(looked.get(), change, annotations);
    }
  }

  private void judge(Looked looked, Optional<ChangedLines> change, Annotations annotations)
      throws MojoExecutionException, MojoFailureException {
    // The baseline comes first: it must see old findings to know which are the new ones.
    List<Finding> fresh = new BaselineCheck(build, review, looked).unknown();
    List<Finding> brought = change.map(filter -> filter.apply(fresh)).orElse(fresh);
    List<Finding> shown = looked.sure(brought);
    Verdict verdict = new Verdict(given.failOnViolation(), looked.choices().failOnSeverity());
    ModuleReports reports = new ModuleReports(build, looked.scope());
    reports.say(looked.outcome().notes(), shown, verdict);
    reports.sayUnused(
        looked.suppressions().unused().stream()
            .filter(one -> change.isEmpty() || change.get().wrote(one.file(), one.line()))
            .toList());
    BuildEnd end = new BuildEnd(build, review, reports, files());
    end.write(module(looked, shown), looked.rules(), new DueModules(build, given.includeTests()));
    end.annotate(annotations);
    int known = looked.sure(looked.open()).size() - looked.sure(fresh).size();
    int elsewhere = looked.sure(fresh).size() - shown.size();
    reports.summarise(
        new Summary(
            build.module(),
            Tally.of(shown),
            elsewhere,
            known,
            brought.size() - shown.size(),
            looked.selected().size() - looked.open().size(),
            looked.outcome().judged().total(),
            looked.notes().size(),
            Duration.ofNanos(System.nanoTime() - start)));
    Outcome.Judged judged = looked.outcome().judged();
    verdict.requireWhole(
        build.module(), given, looked.choices().engines(), judged, looked.failures());
    end.pronounce(verdict, shown);
  }

  private Charset encoding() {
    return new MavenScope(build.project(), false, false).encoding();
  }

  private SarifFiles files() {
    Path output = given.outputDirectory().toPath().toAbsolutePath().normalize();
    return new SarifFiles(build, output);
  }

  private ModuleFindings module(Looked looked, List<Finding> shown) {
    return new ModuleFindings(
        SarifFiles.name(build.project()),
        build.folder(),
        looked.scope().encoding(),
        shown,
        looked.notes(),
        looked.outcome().guestRules());
  }
}
