package io.github.leakcheck.maven.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.engine.Analysis;
import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.maven.baseline.Baseline;
import io.github.leakcheck.maven.baseline.BaselineFile;
import io.github.leakcheck.maven.baseline.Claims;
import io.github.leakcheck.maven.change.Git;
import io.github.leakcheck.maven.filter.ChangedLines;
import io.github.leakcheck.maven.filter.MinConfidence;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project with old leaks lives on: what only moves brings no finding, and each new leak brings
 * itself and nothing else, by the baseline and by git.
 */
class HistoryTest {
  private static final Catalog CATALOG = Catalog.load(List.of());

  @TempDir Path folder;
  @TempDir Path outside;

  @Test
  void refactoringBringsNothingAndEachLeakItself() throws Exception {
    Repository repository = new Repository(folder);
    Commits.START.edit().accept(repository);
    repository.commit("Start with leaks");
    List<Finding> old = findings();
    assertThat(old.stream().map(this::line)).hasSize(Commits.OLD_LEAKS);
    Path baseline = folder.resolve(BaselineFile.NAME);
    BaselineFile.write(baseline, baseline(baseline).entries(old));
    repository.commit("Set old leaks aside");

    List<String> wrong = new ArrayList<>();
    for (Commits.Commit refactoring : Commits.REFACTORINGS) {
      commit(repository, refactoring);
      List<Finding> now = findings();
      expect(wrong, refactoring, "by the baseline", baseline(baseline).unknown(now), null);
      expect(wrong, refactoring, "by git", changed(now), null);
    }
    for (Commits.Commit leak : Commits.LEAKS) {
      commit(repository, leak);
      List<Finding> now = findings();
      expect(wrong, leak, "by the baseline", baseline(baseline).unknown(now), leak.leak());
      expect(wrong, leak, "by git", changed(now), leak.leak());
      BaselineFile.write(baseline, baseline(baseline).entries(now));
      repository.commit("Set it aside");
    }
    assertThat(wrong).isEmpty();
    assertThat(Commits.REFACTORINGS).hasSizeGreaterThanOrEqualTo(20);
    assertThat(Commits.LEAKS).hasSizeGreaterThanOrEqualTo(10);
  }

  private static void commit(Repository repository, Commits.Commit commit) {
    commit.edit().accept(repository);
    repository.commit(commit.subject());
  }

  /** Compares the findings with the one line that is expected, written as {@code File: code}. */
  private void expect(
      List<String> wrong, Commits.Commit commit, String how, List<Finding> found, String leak) {
    List<String> lines = found.stream().map(this::line).toList();
    if (!lines.equals(leak == null ? List.of() : List.of(leak))) {
      wrong.add(commit.subject() + ", " + how + ": " + lines + " instead of " + leak);
    }
  }

  private String line(Finding finding) {
    try {
      Path file = Path.of(finding.place().file());
      String line = Files.readAllLines(file).get(finding.place().span().line() - 1).strip();
      return file.getFileName() + ": " + line;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private List<Finding> findings() throws IOException {
    Path classes = compile();
    Scope scope =
        new Scope(
            "history",
            List.of(folder.resolve("src/main/java")),
            List.of(classes),
            List.of(),
            17,
            StandardCharsets.UTF_8,
            path -> true,
            Scope.Engines.AUTO);
    return new MinConfidence(Confidence.MEDIUM).apply(Analysis.run(scope, CATALOG).findings());
  }

  /** Into a new folder, or classes of sources gone would stay. */
  private Path compile() throws IOException {
    Path classes = Files.createTempDirectory(outside, "classes");
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-g", "-nowarn"));
    try (Stream<Path> sources = Files.walk(folder.resolve("src"))) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).as("status of the compiler").isZero();
    return classes;
  }

  private Baseline baseline(Path file) throws Exception {
    String text = Files.exists(file) ? Files.readString(file) : "{version:1,entries:[]}";
    return Baseline.of(folder, BaselineFile.parse(text), new Claims(), StandardCharsets.UTF_8);
  }

  private List<Finding> changed(List<Finding> findings) throws Exception {
    return new ChangedLines(
            new Git(folder).since("HEAD~1", StandardCharsets.UTF_8), ChangedLines.Extent.LINE)
        .apply(findings);
  }
}
