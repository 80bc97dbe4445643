package io.github.leakcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Severity;
import io.github.leakcheck.model.Span;
import io.github.leakcheck.model.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every {@code LEAK} in the code below stands for a finding of {@code unclosed-file-stream}. */
class SuppressionsTest {
  private static final String RULE = "unclosed-file-stream";
  private static final Catalog CATALOG = Catalog.load(List.of());

  @TempDir Path root;

  private List<Suppressions.Unused> unused;

  @Test
  void honoursOurCommentOnTheLineOrAbove() throws IOException {
    assertThat(
            linesLeft(
                """
                class A {
                  Object a = LEAK; // leakcheck:ignore unclosed-file-stream closed by b
                  // leakcheck:ignore unclosed-file-stream handed to c
                  Object b = LEAK;
                  Object c = LEAK;
                  // leakcheck:ignore unclosed-file-stream,unclosed-auto-closeable two at once
                  // and a second line of reasons
                  Object d =
                      LEAK;
                }
                """))
        .containsExactly(5);
    assertThat(unused).isEmpty();
  }

  @Test
  void aCommentBehindCodeIsNotAboutTheNextLine() throws IOException {
    assertThat(
            linesLeft(
                """
                class A {
                  int a = 0; // leakcheck:ignore unclosed-file-stream too early
                  Object b = LEAK;
                }
                """))
        .containsExactly(3);
    assertThat(unused).extracting(Suppressions.Unused::line).containsExactly(2);
  }

  @Test
  void aCommentMustNameTheRule() throws IOException {
    assertThat(
            linesLeft(
                """
                class A {
                  Object a = LEAK; // leakcheck:ignore
                  Object b = LEAK; // leakcheck:ignore unclosed-files typo
                  Object c = LEAK; // leakcheck:ignore unclosed-auto-closeable another
                }
                """))
        .containsExactly(2, 3, 4);
    assertThat(unused).extracting(Suppressions.Unused::line).containsExactly(2, 3, 4);
  }

  @Test
  void honoursOurAnnotations() throws IOException {
    assertThat(
            linesLeft(
                """
                class A {
                  @SuppressWarnings("leakcheck")
                  Object a = LEAK;
                  @SuppressWarnings({"unchecked", "leakcheck:unclosed-file-stream"})
                  void b() {
                    LEAK;
                  }
                  void c() {
                    @SuppressWarnings(value = "leakcheck:unclosed-file-stream") Object c = LEAK;
                    LEAK;
                  }
                  @SuppressWarnings("leakcheck:unclosed-auto-closeable")
                  Object d = LEAK;
                }
                """))
        .containsExactly(10, 13);
    assertThat(unused)
        .extracting(Suppressions.Unused::text)
        .containsExactly("@SuppressWarnings(\"leakcheck:unclosed-auto-closeable\")");
  }

  @Test
  void honoursTheFormsOfTheEngines() throws IOException {
    assertThat(
            linesLeft(
                """
                class A {
                  @SuppressWarnings("PMD.UnclosedFileStream") Object a = LEAK;
                  @SuppressWarnings("PMD") Object b = LEAK;
                  Object c = LEAK; // NOPMD - closed elsewhere
                  @SuppressFBWarnings("LEAK_UNCLOSED_FILE_STREAM") Object d = LEAK;
                  @edu.umd.cs.findbugs.annotations.SuppressFBWarnings Object e = LEAK;
                  @SuppressFBWarnings(value = {"X", "LEAK"}, justification = "y") Object f = LEAK;
                  @SuppressFBWarnings("NP_NULL") Object g = LEAK;
                  @SuppressWarnings("unused") Object h = LEAK;
                  // NOPMD
                  Object i = LEAK;
                }
                """))
        .containsExactly(8, 9, 11);
    assertThat(unused).isEmpty();
  }

  @Test
  void whatOnlyLooksLikeACommentIsNone() throws IOException {
    assertThat(
            linesLeft(
                """
                /** {@code // leakcheck:ignore rule-id why}. */
                class A {
                  String a = "// leakcheck:ignore unclosed-file-stream text" + LEAK;
                }
                """))
        .containsExactly(3);
    assertThat(unused).isEmpty();
  }

  @Test
  void commentsCountInCodeThatDoesNotParse() throws IOException {
    assertThat(linesLeft("class A {\n Object a = LEAK; // leakcheck:ignore unclosed-file-stream\n"))
        .isEmpty();
  }

  @Test
  void whatHidesARuleNobodyAskedForIsNotUnused() throws IOException {
    Path file = write("class A {} // leakcheck:ignore unclosed-file-stream none\n");
    Suppressions suppressions = new Suppressions(scope(), CATALOG);
    suppressions.keep(List.of(), rule -> !rule.equals(RULE));
    assertThat(suppressions.unused()).isEmpty();
    suppressions.keep(List.of(), rule -> true);
    assertThat(suppressions.unused())
        .extracting(Suppressions.Unused::file)
        .containsExactly(file.toString());
  }

  private List<Integer> linesLeft(String code) throws IOException {
    Path file = write(code);
    List<Finding> findings = new ArrayList<>();
    List<String> lines = code.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int column = lines.get(i).indexOf("LEAK;");
      if (column >= 0) {
        findings.add(finding(file, i + 1, column + 1));
      }
    }
    Suppressions suppressions = new Suppressions(scope(), CATALOG);
    List<Finding> kept = suppressions.keep(findings, rule -> true);
    unused = suppressions.unused();
    return kept.stream().map(finding -> finding.place().span().line()).toList();
  }

  private Path write(String code) throws IOException {
    return Files.writeString(root.resolve("A.java"), code);
  }

  private Scope scope() {
    return new Scope(
        "a",
        List.of(root),
        List.of(),
        List.of(),
        17,
        StandardCharsets.UTF_8,
        path -> true,
        Scope.Engines.SOURCE);
  }

  private static Finding finding(Path file, int line, int column) {
    return new Finding(
        RULE,
        Severity.ERROR,
        Confidence.HIGH,
        new Subject(Subject.Kind.NEW, "X", "<init>", 0),
        "leaks",
        "",
        new Place(
            file.toString(), new Span(line, column, line, column + 4), Member.field("A", "a")),
        List.of(),
        Set.of(Finding.SOURCE));
  }
}
