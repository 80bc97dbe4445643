package io.github.leakcheck.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Severity;
import io.github.leakcheck.model.Span;
import io.github.leakcheck.model.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleReportTest {
  @TempDir Path root;

  @Test
  void showsTheLineTheMarkersAndTheCure() throws IOException {
    Path file = Samples.writeCode(root, "src/org/acme/Cache.java");
    assertThat(describe(Samples.stream(file)))
        .isEqualTo(
            """
            error[unclosed-file-stream]: `in` is not closed when `readAllBytes` throws
             --> src/org/acme/Cache.java:7:30
              |
            7 |     java.io.InputStream in = new java.io.FileInputStream(file.toFile());
              |                              ^^^ opened here
            8 |     byte[] all = in.readAllBytes();
              |                     ------------ may throw IOException
              = help: open it in a try-with-resources statement""");
  }

  @Test
  void marksTheWholeLineWhereOnlyTheLineIsKnown() throws IOException {
    Path file = Samples.writeCode(root, "Cache.java");
    String line = "static final java.util.Map<String, byte[]> ENTRIES = new java.util.HashMap<>();";
    assertThat(describe(Samples.map(file)).lines())
        .containsSubsequence(
            " --> Cache.java:4", "4 |   " + line, "  |   " + "^".repeat(line.length()));
  }

  @Test
  void groupsStepsByFileAndNumbersThem() throws IOException {
    Path one = write("One.java", "a();\nb();\nc();\nd();\ne();\nf();\ng();\nh();\ni();\nj();\n");
    Path two = write("Two.java", "x();\n");
    Finding finding =
        finding(
            place(one, 10, 1, 2),
            step(PathStep.Kind.ACQUIRED, place(one, 10, 1, 2), "kept here"),
            step(PathStep.Kind.CALL, place(two, 1, 1, 2), "goes through here"),
            step(PathStep.Kind.ESCAPES, place(one, 1, 1, 4), "escapes here"));
    assertThat(describe(finding))
        .isEqualTo(
            """
            warning[a-rule]: `x` leaks
              --> One.java:10:1
               |
             1 | a();
               | --- 2: escapes here
            ...
            10 | j();
               | ^ kept here
              ::: Two.java:1:1
               |
             1 | x();
               | - 1: goes through here
               = help: do not""");
  }

  @Test
  void marksAPlaceOnceThoughTheLastStepIsThere() throws IOException {
    Path file = write("One.java", "map();\nput();\n");
    Finding finding =
        finding(
            place(file, 2, 1, 4),
            step(PathStep.Kind.ACQUIRED, place(file, 1, 1, 4), "a static map"),
            step(PathStep.Kind.GROWS, place(file, 2, 1, 4), "grows here"));
    assertThat(describe(finding))
        .contains("1 | map();\n  | --- a static map\n2 | put();\n  | ^^^ grows here\n  = help");
  }

  @Test
  void leavesOutBranchesOfALongPathFirst() throws IOException {
    Path file = write("One.java", "a();\n".repeat(12));
    List<PathStep> steps = new ArrayList<>();
    steps.add(step(PathStep.Kind.ACQUIRED, place(file, 1, 1, 2), "opened"));
    for (int line = 2; line < 10; line++) {
      steps.add(step(PathStep.Kind.BRANCH, place(file, line, 1, 2), "branch " + line));
    }
    steps.add(step(PathStep.Kind.THROWN, place(file, 11, 1, 2), "throws"));
    steps.add(step(PathStep.Kind.EXIT, place(file, 12, 1, 2), "leaves"));
    String text = describe(finding(place(file, 1, 1, 2), steps.toArray(PathStep[]::new)));
    assertThat(text)
        .contains("opened", "branch 2", "throws", "leaves")
        .contains("= note: 5 more steps in the report")
        .doesNotContain("branch 9");
  }

  @Test
  void spellsOutWhatATerminalWouldObey() throws IOException {
    Path file = write("Evil\u001b.java", "String s = \"\u001b[31m\u202e\u0007\"; new X();\n");
    Finding evil = finding(place(file, 1, 1, 7));
    String text =
        describe(
            new Finding(
                evil.rule(),
                evil.severity(),
                evil.confidence(),
                evil.subject(),
                "`\u001b]0;title\u0007` leaks\nBUILD SUCCESS",
                "\u009b2J",
                evil.place(),
                List.of(step(PathStep.Kind.GROWS, evil.place(), "grows\r\u2066")),
                Set.of()));
    assertThat(text.chars().filter(c -> Character.isISOControl(c) && c != '\n')).isEmpty();
    assertThat(text)
        .contains("\\u001b]0;title\\u0007` leaks\\u000aBUILD SUCCESS")
        .contains("\\u001b[31m\\u202e\\u0007")
        .contains("help: \\u009b2J")
        .contains("grows\\u000d\\u2066")
        .contains("Evil\\u001b.java:1:1");
  }

  @Test
  void keepsMarkersUnderTabsAndWideCharacters() throws IOException {
    Path file = write("Wide.java", "\tf(\"漢字é\"); new X();\n");
    int column = "\tf(\"漢字é\"); ".length() + 1;
    assertThat(describe(finding(place(file, 1, column, column + 3))).lines())
        .containsSubsequence(
            "1 |     f(\"漢字é\"); new X();", "  | " + " ".repeat(4 + 3 + 4 + 1 + 4) + "^^^");
  }

  @Test
  void cutsAVeryLongLineAroundTheMarker() throws IOException {
    Path file = write("Long.java", "x".repeat(5000) + "new" + "y".repeat(5000) + "\n");
    List<String> lines = describe(finding(place(file, 1, 5001, 5004))).lines().toList();
    String source = lines.get(3);
    assertThat(source).hasSizeLessThan(160).startsWith("1 | ...x").endsWith("y...");
    int at = lines.get(4).indexOf('^');
    assertThat(source.substring(at, at + 3)).isEqualTo("new");
  }

  @Test
  void tellsThePathEvenWithoutTheSource() {
    Path gone = root.resolve("Gone.java");
    Finding finding =
        finding(
            place(gone, 3, 1, 2),
            step(PathStep.Kind.ACQUIRED, place(gone, 3, 1, 2), "opened"),
            step(PathStep.Kind.THROWN, place(gone, 4, 1, 2), "throws"));
    assertThat(describe(finding).lines())
        .contains(" --> Gone.java:3:1", "  = line 3: opened", "  = line 4: throws");
  }

  @Test
  void survivesAPlaceBeyondTheFile() throws IOException {
    Path file = write("Short.java", "a();\n");
    assertThat(describe(finding(place(file, 9, 40, 50)))).contains("Short.java:9:40");
    assertThat(describe(finding(place(file, 1, 40, 50)))).contains("Short.java:1:40");
  }

  @Test
  void coloursOnlyWhenAsked() throws IOException {
    Path file = Samples.writeCode(root, "Cache.java");
    String text = report(Style.COLOURED).describe(Samples.stream(file));
    assertThat(text).contains("\u001b[1;31merror[unclosed-file-stream]\u001b[m");
    assertThat(text.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(describe(Samples.stream(file)));
  }

  private ConsoleReport report(Style style) {
    return new ConsoleReport(ConsoleReportTest::lines, new FileNames(List.of(root)), style);
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file));
    } catch (IOException gone) {
      return List.of();
    }
  }

  private String describe(Finding finding) {
    return report(Style.PLAIN).describe(finding).replace(System.lineSeparator(), "\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(root.resolve(name), text);
  }

  private static Place place(Path file, int line, int column, int end) {
    Member member = new Member("X", "m", List.of(), "()V");
    return new Place(file.toString(), new Span(line, column, line, end), member);
  }

  private static PathStep step(PathStep.Kind kind, Place place, String text) {
    return new PathStep(kind, place, text);
  }

  private static Finding finding(Place place, PathStep... steps) {
    return new Finding(
        "a-rule",
        Severity.WARNING,
        Confidence.HIGH,
        new Subject(Subject.Kind.NEW, "X", "<init>", 0),
        "`x` leaks",
        "do not",
        place,
        List.of(steps),
        Set.of(Finding.SOURCE));
  }
}
