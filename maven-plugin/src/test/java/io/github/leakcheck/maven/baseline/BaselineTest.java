package io.github.leakcheck.maven.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class BaselineTest {
  private static final String OPEN = "    InputStream in = new FileInputStream(file);\n";

  @TempDir Path root;

  @Test
  void writesOneSortedEntryALineWithoutLinesAndFolders() throws IOException {
    List<Finding> findings = new ArrayList<>(write("src/B.java", OPEN));
    findings.addAll(write("src/A <ä>.java", "x();\n" + OPEN));
    String text = written(findings);

    assertThat(text.lines())
        .containsExactly(
            "{",
            "\"version\": 1,",
            "\"entries\": [",
            entry("src/A <ä>.java") + ",",
            entry("src/B.java"),
            "]",
            "}");
  }

  private static String entry(String file) {
    return "{\"rule\":\"unclosed-file-stream\",\"file\":\""
        + file
        + "\",\"member\":\"A.read\",\"code\":\"new FileInputStream\","
        + "\"statement\":\"InputStream in=new FileInputStream(file)\",\"times\":1,\"reason\":\"\"}";
  }

  @Test
  void aSecondOneInTheSameWordsIsNew() throws IOException {
    String text = written(write("A.java", OPEN));

    assertThat(unknown(text, write("A.java", "a();\n" + OPEN))).isEmpty();
    assertThat(unknown(text, write("A.java", OPEN + "a();\n" + OPEN))).hasSize(1);
  }

  @Test
  void codeIsFollowedOnlyWhenItLeftItsPlace() throws IOException {
    String text = written(write("A.java", OPEN));

    write("A.java", "try (InputStream in = new FileInputStream(file)) {}\n");
    assertThat(unknown(text, write("B.java", OPEN))).as("repaired there, new here").hasSize(1);
    write("A.java", "read(file);\n");
    assertThat(unknown(text, write("B.java", OPEN))).as("moved").isEmpty();
    Files.delete(root.resolve("A.java"));
    assertThat(unknown(text, write("B.java", OPEN))).as("renamed file").isEmpty();
  }

  @Test
  void theSurestFindingsChooseFirst() throws IOException {
    String text = written(write("A.java", OPEN));
    List<Finding> both = new ArrayList<>(write("A.java", OPEN + OPEN));
    both.set(0, with(both.get(0), Confidence.LOW));

    assertThat(unknown(text, both)).containsExactly(both.get(0));
  }

  @Test
  void reasonsStay() throws IOException {
    String text = written(write("A.java", OPEN)).replace("\"reason\":\"\"", "\"reason\":\"why\"");
    List<Entry> again = baseline(text).entries(write("A.java", "\n" + OPEN + OPEN));

    assertThat(again).extracting(Entry::reason).containsExactlyInAnyOrder("why", "");
  }

  @Test
  void entriesLeadNowhereElse() throws IOException {
    String text = written(write("A.java", OPEN)).replace("A.java", "../../etc/passwd");

    assertThat(unknown(text, write("B.java", OPEN))).isEmpty(); // as if that file were gone
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    assertThatThrownBy(() -> BaselineFile.parse("{\"version\": 2}"))
        .hasMessage("it was written by another version of leakcheck");
    for (String broken :
        List.of(
            "",
            "[]",
            "{",
            "{\"version\":{}}",
            "{\"version\":1}",
            "{\"version\":1,\"entries\":[1]}",
            "{\"version\":1,\"entries\":[{\"rule\":\"x\",\"file\":\"\\u0000\"}]}")) {
      assertThatThrownBy(() -> BaselineFile.parse(broken))
          .as(broken)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("it is no baseline: ");
    }
  }

  @Test
  void theNearestFileCounts() throws IOException {
    Path module = Files.createDirectories(root.resolve("a/b"));
    assertThat(BaselineFile.around(module, root)).isEmpty();
    Files.createFile(root.resolve(BaselineFile.NAME));
    assertThat(BaselineFile.around(module, root)).contains(root.resolve(BaselineFile.NAME));
    assertThat(BaselineFile.around(module, root.resolve("a"))).isEmpty();
    Files.createFile(module.resolve(BaselineFile.NAME));
    assertThat(BaselineFile.around(module, root)).contains(module.resolve(BaselineFile.NAME));
  }

  /** Writes a file; every `new FileInputStream(file);` in it becomes a finding. */
  private List<Finding> write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    List<Finding> findings = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int column = lines.get(i).indexOf("new FileInputStream(file);") + 1;
      if (column > 0) {
        findings.add(finding(path, new Span(i + 1, column, i + 1, column + 19)));
      }
    }
    return findings;
  }

  private static Finding finding(Path file, Span span) {
    return new Finding(
        "unclosed-file-stream",
        Severity.ERROR,
        Confidence.HIGH,
        new Subject(Subject.Kind.NEW, "java.io.FileInputStream", "<init>", 0),
        "leaks",
        "",
        new Place(file.toString(), span, new Member("org.acme.A", "read", List.of("int"), "(I)V")),
        List.of(),
        Set.of(Finding.SOURCE));
  }

  private static Finding with(Finding finding, Confidence confidence) {
    return new Finding(
        finding.rule(),
        finding.severity(),
        confidence,
        finding.subject(),
        finding.message(),
        finding.help(),
        finding.place(),
        finding.path(),
        finding.engines());
  }

  private String written(List<Finding> findings) throws IOException {
    Path file = root.resolve(BaselineFile.NAME);
    BaselineFile.write(file, baseline("{version:1,entries:[]}").entries(findings));
    return Files.readString(file);
  }

  private List<Finding> unknown(String text, List<Finding> findings) throws IOException {
    return baseline(text).unknown(findings);
  }

  private Baseline baseline(String text) throws IOException {
    return Baseline.of(root, BaselineFile.parse(text), new Claims(), StandardCharsets.UTF_8);
  }
}
