package io.github.leakcheck.maven;

import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.engine.Suppressions;
import io.github.leakcheck.engine.Texts;
import io.github.leakcheck.maven.report.ConsoleReport;
import io.github.leakcheck.maven.report.FileNames;
import io.github.leakcheck.maven.report.Notes;
import io.github.leakcheck.maven.report.Summary;
import io.github.leakcheck.model.Finding;
import java.nio.file.Path;
import java.util.List;

/** Everything that one module's findings are told through. */
final class ModuleReports {
  private final Build build;
  private final Scope scope;
  private final FileNames names;

  ModuleReports(Build build, Scope scope) {
    this.build = build;
    this.scope = scope;
    this.names = new FileNames(List.of(Path.of("").toAbsolutePath(), build.root()));
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

  void summarise(Summary summary) {
    if (summary.classes() == 0) {
      build.log().warn(summary.line());
    } else {
      build.log().info(summary.line());
    }
  }

  /** A file as the reader at the terminal can open it. */
  String name(Path file) {
    return names.of(file.toString());
  }
}
