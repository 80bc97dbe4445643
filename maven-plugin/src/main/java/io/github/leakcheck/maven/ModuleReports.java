package io.github.leakcheck.maven;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.engine.GuestRule;
import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.engine.Suppressions;
import io.github.leakcheck.engine.Texts;
import io.github.leakcheck.maven.report.ConsoleReport;
import io.github.leakcheck.maven.report.FileNames;
import io.github.leakcheck.maven.report.ModuleFindings;
import io.github.leakcheck.maven.report.Notes;
import io.github.leakcheck.maven.report.Summary;
import io.github.leakcheck.model.Finding;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** Everything that one module's findings are told through. */
final class ModuleReports {
  private final Build build;
  private final Scope scope;
  private final Path output;
  private final FileNames names;
  private final SarifFiles sarif;

  ModuleReports(Build build, Scope scope, File outputDirectory) {
    this.build = build;
    this.scope = scope;
    this.output = outputDirectory.toPath().toAbsolutePath().normalize();
    this.names = new FileNames(List.of(Path.of("").toAbsolutePath(), build.root()));
    this.sarif = new SarifFiles(build);
  }

  /** At the terminal; each finding is one message, so that parallel modules do not mix. */
  void say(List<String> notes, List<Finding> findings, Verdict verdict) {
    Notes.shown(notes).forEach(note -> build.log().warn("leakcheck: " + note));
    ConsoleReport console =
        new ConsoleReport(Texts.of(scope)::lines, names, Terminal.style(System.getenv()));
    for (Finding finding : findings) {
      verdict.loudness(finding).say(build.log(), console.describe(finding));
    }
  }

  /** A suppression that hides nothing hides the next leak. */
  void sayUnused(List<Suppressions.Unused> unused) {
    for (Suppressions.Unused one : unused) {
      String place = names.of(one.file()) + ":" + one.line();
      build.log().warn("leakcheck: " + Notes.plain(place + ": hides nothing: " + one.text()));
    }
  }

  /** To files, for other tools. */
  void write(List<Finding> findings, List<String> notes, List<GuestRule> guests, List<Rule> rules)
      throws MojoExecutionException {
    MavenProject project = build.project();
    ModuleFindings module =
        new ModuleFindings(
            project.getGroupId() + ":" + project.getArtifactId(),
            build.folder(),
            scope.encoding(),
            findings,
            notes,
            guests);
    sarif.write(output, module, rules).forEach(line -> build.log().warn("leakcheck: " + line));
  }

  void summarise(Summary summary) {
    if (summary.classes() == 0) {
      build.log().warn(summary.line());
    } else {
      build.log().info(summary.line());
    }
  }

  /** Where to read more, as the reader at the terminal can open it. */
  String address() {
    return names.of(sarif.own(output).toString());
  }
}
