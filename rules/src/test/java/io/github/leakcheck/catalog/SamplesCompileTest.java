package io.github.leakcheck.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The samples of each rule compile against the jars that its header names, and keep their form. */
class SamplesCompileTest {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  @TempDir Path output;

  @TestFactory
  Stream<DynamicTest> samplesCompile() {
    return rules().map(rule -> DynamicTest.dynamicTest(rule.id(), () -> compile(rule)));
  }

  @TestFactory
  Stream<DynamicTest> samplesAreMarked() {
    return rules().map(rule -> DynamicTest.dynamicTest(rule.id(), () -> checkMarks(rule)));
  }

  @Test
  void allRulesAreLookedAt() throws IOException {
    assertThat(rules().map(Rule::folder)).containsExactlyElementsOf(GeneratedFiles.folders());
  }

  private static Stream<Rule> rules() {
    return Catalog.load(List.of()).rules().stream();
  }

  private void compile(Rule rule) throws IOException {
    assumeThat(rule.appliesTo(Runtime.version().feature()))
        .as("this JDK has none of the rule's APIs")
        .isTrue();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = JAVAC.getStandardFileManager(problems, null, null)) {
      String classPath =
          RuleClassPath.of(rule).stream()
              .map(Path::toString)
              .collect(Collectors.joining(File.pathSeparator));
      List<String> options =
          List.of("-g", "-nowarn", "-proc:none", "-d", output.toString(), "-cp", classPath);
      JAVAC
          .getTask(null, files, problems, options, null, files.getJavaFileObjects(samples(rule)))
          .call();
    }
    assertThat(problems.getDiagnostics())
        .as("%s compiles against the libraries of its header", rule.id())
        .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .isEmpty();
  }

  private static Path[] samples(Rule rule) {
    Path folder = GeneratedFiles.folder(rule);
    return new Path[] {folder.resolve("Leaks.java"), folder.resolve("Clean.java")};
  }

  private static void checkMarks(Rule rule) throws IOException {
    List<String> leaks = marks(samples(rule)[0]);
    List<String> clean = marks(samples(rule)[1]);
    assertThat(leaks).as("%s shows a leak", rule.id()).anyMatch(line -> line.contains("// LEAK"));
    assertThat(clean)
        .as("Clean.java of %s has no leak", rule.id())
        .noneMatch(line -> line.contains("// LEAK"));
    Stream.concat(leaks.stream(), clean.stream())
        .forEach(
            line ->
                assertThat(line)
                    .matches(
                        ".*// (LEAK(\\((bytecode|source|low)\\))?(: [a-z0-9-]+)?|MISSED: \\S.*|NOISE:"
                            + " \\S.*)"));
  }

  private static List<String> marks(Path sample) throws IOException {
    List<String> marks = new ArrayList<>();
    for (String line : Files.readAllLines(sample)) {
      if (line.matches(".*// *(LEAK|MISSED|NOISE).*")) {
        marks.add(line);
      }
    }
    return marks;
  }
}
