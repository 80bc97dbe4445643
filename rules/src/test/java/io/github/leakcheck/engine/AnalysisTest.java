package io.github.leakcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.catalog.Deployment;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.PathStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnalysisTest {
  private static final String LEAK =
      """
      package p;

      import java.io.FileInputStream;
      import java.io.IOException;

      class %s {
        int leak(String name) throws IOException {
          return new FileInputStream(name).read();
        }
      }
      """;

  private Project project;

  @BeforeEach
  void setUp(@TempDir Path folder) throws IOException {
    project = Project.in(folder);
    project.write("p/A.java", LEAK.formatted("A"));
    project.compile();
  }

  private Outcome run(Scope.Engines engines) {
    return run(project.scope(engines));
  }

  private static Outcome run(Scope scope) {
    return Analysis.run(scope, Catalog.load(List.of()));
  }

  private static String where(Finding finding) {
    String file = finding.place().file();
    return file.substring(file.lastIndexOf('/') + 1) + ":" + finding.place().span().line();
  }

  @Test
  void bothEnginesMeanTheSameLeak() {
    Outcome outcome = run(Scope.Engines.BOTH);
    assertThat(outcome.findings()).hasSize(1);
    Finding finding = outcome.findings().get(0);
    assertThat(finding.engines()).containsExactlyInAnyOrder("bytecode", "source");
    assertThat(finding.place().file()).isEqualTo(project.sources().resolve("p/A.java").toString());
    assertThat(finding.place().span().column()).isEqualTo(12);
    assertThat(finding.path()).extracting(PathStep::place).allMatch(p -> p.span().isExact());
    assertThat(outcome.judged()).isEqualTo(new Outcome.Judged(1, 1));
    assertThat(outcome.notes()).isEmpty();
  }

  @Test
  void oneJudgePerClassByDefault() throws IOException {
    project.write("p/B.java", LEAK.formatted("B"));
    Outcome outcome = run(Scope.Engines.AUTO);
    assertThat(outcome.findings())
        .extracting(f -> where(f) + f.engines())
        .containsExactly("A.java:8[bytecode]", "B.java:8[source]");
    assertThat(outcome.judged()).isEqualTo(new Outcome.Judged(1, 1));
    assertThat(outcome.notes())
        .containsExactly("1 of 2 source files judged from source: no class files");
  }

  @Test
  void whereCodeRunsDecidesHowSureFindingsAre() throws IOException {
    project.write(
        "p/A.java",
        """
        package p;

        import java.util.Map;
        import java.util.concurrent.ConcurrentHashMap;

        public class A {
          private static final Map<Class<?>, String> NAMES = new ConcurrentHashMap<>();
          private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

          public static String name(Class<?> type) {
            return NAMES.computeIfAbsent(type, Class::getName);
          }

          public static String text(String key) {
            return TEXTS.computeIfAbsent(key, k -> k + k);
          }

          public static void clear() {
            TEXTS.clear();
          }
        }
        """);
    project.compile();
    assertThat(sure(Deployment.APPLICATION)).containsExactly("MEDIUM", "MEDIUM");
    assertThat(sure(Deployment.LIBRARY)).containsExactly("MEDIUM", "LOW");
    assertThat(sure(Deployment.CONTAINER)).containsExactly("HIGH", "MEDIUM");
  }

  /** In the order of the lines. */
  private List<String> sure(Deployment where) {
    Catalog catalog = Catalog.load(List.of()).in(where);
    return Analysis.run(project.scope(Scope.Engines.BYTECODE), catalog).findings().stream()
        .sorted(Comparator.comparing(f -> f.place().span().line()))
        .map(f -> f.confidence().name())
        .toList();
  }

  @Test
  void progressEndsAtTheEnd() throws IOException {
    project.write("p/B.java", LEAK.formatted("B"));
    Progress progress = new Progress();
    assertThat(progress.percent()).isZero();
    Analysis.run(project.scope(Scope.Engines.BOTH), Catalog.load(List.of()), progress);
    assertThat(progress.percent()).isEqualTo(100);
    progress.expect(1);
    assertThat(progress.percent()).as("three of four").isEqualTo(75);
  }

  @Test
  void onlyWantedFilesAreReported() throws IOException {
    project.write("p/B.java", LEAK.formatted("B"));
    project.compile();
    project.write("p/C.java", LEAK.formatted("C"));
    Scope scope = project.scope(Scope.Engines.AUTO);
    Scope narrow =
        new Scope(
            scope.name(),
            scope.sourceRoots(),
            scope.classFolders(),
            scope.classPath(),
            scope.release(),
            scope.encoding(),
            "p/B.java"::equals,
            scope.engines());
    Outcome outcome = run(narrow);
    assertThat(outcome.findings()).extracting(AnalysisTest::where).containsExactly("B.java:8");
    assertThat(outcome.judged().bytecode()).as("findings may be due to other classes").isEqualTo(2);
    assertThat(outcome.judged().source()).as("source tells of itself alone").isZero();
  }

  @Test
  void brokenSourceIsNotedAndTheRestJudged() throws IOException {
    project.write("p/Broken.java", "package p; class Broken { int x = ; }");
    Outcome outcome = run(Scope.Engines.SOURCE);
    assertThat(outcome.findings()).extracting(AnalysisTest::where).containsExactly("A.java:8");
    assertThat(outcome.notes())
        .singleElement()
        .asString()
        .startsWith("cannot read p/Broken.java: no Java at line 1, column ");
  }

  @Test
  void hostileSourceEndsNothing() throws IOException {
    String deep = "(".repeat(200_000) + "1" + ")".repeat(200_000);
    project.write("p/Deep.java", "package p; class Deep { int x = " + deep + "; }");
    project.write("p/Nested.java", "package p; " + "class N { ".repeat(100_000));
    Outcome outcome = run(Scope.Engines.AUTO);
    assertThat(outcome.findings()).extracting(AnalysisTest::where).containsExactly("A.java:8");
    assertThat(outcome.notes())
        .anyMatch(note -> note.startsWith("cannot read p/Deep.java"))
        .anyMatch(note -> note.startsWith("cannot read p/Nested.java"));
  }

  @Test
  void unmappableBytesAreNotedOnce() throws IOException {
    byte[] latin = ("// \u00fc\n" + LEAK.formatted("A")).getBytes(StandardCharsets.ISO_8859_1);
    Files.write(project.sources().resolve("p/A.java"), latin);
    Outcome outcome = run(Scope.Engines.SOURCE);
    assertThat(outcome.findings()).extracting(AnalysisTest::where).containsExactly("A.java:9");
    assertThat(outcome.notes())
        .containsExactly("p/A.java is not UTF-8 text: odd characters were replaced");
  }

  @Test
  void nothingAtAllIsNoError(@TempDir Path empty) {
    Scope scope =
        new Scope(
            "empty",
            List.of(empty.resolve("none")),
            List.of(empty),
            List.of(empty.resolve("no.jar")),
            17,
            StandardCharsets.UTF_8,
            file -> true,
            Scope.Engines.AUTO);
    assertThat(run(scope))
        .isEqualTo(
            new Outcome(List.of(), new Outcome.Judged(0, 0), List.of(), List.of(), List.of(), 0));
  }

  @Test
  void saysHowTheProgramCouldTellWhoCloses() throws IOException {
    project.write(
        "p/A.java",
        """
        package p;

        import java.io.FileInputStream;
        import java.io.IOException;

        class A {
          void leak(String name) throws IOException {
            FileInputStream in = new FileInputStream(name);
            look(in);
          }

          static void look(FileInputStream in) throws IOException {
            in.read();
          }
        }
        """);
    project.compile();
    Outcome outcome = run(Scope.Engines.AUTO);
    assertThat(outcome.findings()).hasSize(1);
    assertThat(outcome.findings().get(0).help())
        .endsWith("; if `look` takes it over, mark its parameter with @Owning or @WillClose");
  }
}
