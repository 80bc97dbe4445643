package io.github.leakcheck.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.github.leakcheck.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationsTest {
  @Test
  void githubCommandsAreEscaped() {
    Remark strange =
        new Remark(Severity.ERROR, "a,b:c", "50%\r\nx: y, z", "s,c:r%/A.java", 3, 5, 9, "id");

    assertThat(GithubCommands.lines(List.of(strange), "x"))
        .containsExactly(
            "::error file=s%2Cc%3Ar%25/A.java,line=3,col=5,endColumn=9,title=a%2Cb%3Ac"
                + "::50%25%0D%0Ax: y, z");
  }

  @Test
  void githubTakesTenOfAKind() {
    List<Remark> remarks = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      for (int i = 1; i <= 12; i++) {
        remarks.add(remark(severity, i));
      }
    }
    List<String> lines = GithubCommands.lines(remarks, "target/leakcheck.sarif");

    assertThat(lines).hasSize(30);
    assertThat(lines).filteredOn(line -> line.startsWith("::error ")).hasSize(10);
    assertThat(lines).filteredOn(line -> line.startsWith("::warning ")).hasSize(10);
    assertThat(lines).filteredOn(line -> line.startsWith("::notice ")).hasSize(10);
    assertThat(lines.get(29))
        .isEqualTo(
            "::notice title=leakcheck::leakcheck found 7 more leaks: see target/leakcheck.sarif");
    assertThat(GithubCommands.lines(List.of(), "x")).isEmpty();
  }

  @Test
  void azureCommandsAreEscaped() {
    Remark strange = new Remark(Severity.NOTE, "rule", "a;b]%\n", "a;b].java", 0, 0, 0, "id");

    assertThat(AzureCommands.lines(List.of(strange)))
        .containsExactly(
            "##vso[task.logissue type=warning;sourcepath=a%3Bb%5D.java;linenumber=1;"
                + "columnnumber=1;code=rule]a;b]%AZP25%0A");
  }

  @Test
  void theSummaryIsATableThatAnyTextFitsInto() {
    Remark strange =
        new Remark(Severity.WARNING, "rule", "`a|b` <b>x|y</b> `", "src/ä `b`.java", 7, 1, 2, "id");
    String page = StepSummary.of(List.of(strange), "https://forge/acme/blob/1/", "x.sarif");

    assertThat(page)
        .startsWith("### leakcheck: 1 warning\n\n| severity |")
        .contains(
            "| warning | [`src/ä 'b'.java:7`](https://forge/acme/blob/1/src/%C3%A4%20%60b%60.java#L7)"
                + " | `a\\|b` \\<b\\>x\\|y\\</b\\>  | [rule](");
    assertThat(StepSummary.of(List.of(), "", "x")).isEqualTo("### leakcheck: no leaks found\n\n");
    List<Remark> many = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      many.add(remark(Severity.NOTE, i));
    }
    assertThat(StepSummary.of(many, "", "x.sarif")).contains("\n50 more in `x.sarif`\n");
  }

  @Test
  void gitlabKnowsEachByItsFingerprint(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("deep").resolve(GitlabReport.NAME);
    GitlabReport.write(file, List.of(remark(Severity.ERROR, 4), remark(Severity.ERROR, 4)));

    assertThat(JsonParser.parseString(Files.readString(file)).toString())
        .startsWith(
            "[{\"description\":\"leaks\",\"check_name\":\"rule\",\"fingerprint\":\"id:1\","
                + "\"severity\":\"major\",\"location\":{\"path\":\"A.java\","
                + "\"lines\":{\"begin\":4}}}")
        .contains("\"id:2\"");
  }

  @Test
  void theWorstComeFirstUnderTheNamesOfTheirFiles(@TempDir Path root) throws IOException {
    Files.createDirectory(root.resolve(".git"));
    Path file = Samples.writeCode(root, "app ü+/Cache.java");
    SarifPart part =
        SarifPart.of(
            Samples.input(root),
            Samples.module("g:a", root, Samples.map(file), Samples.stream(file)),
            "",
            new ArrayList<>());

    assertThat(Remark.of(List.of(part)))
        .extracting(Remark::severity, Remark::place)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(Severity.ERROR, "app ü+/Cache.java:7"),
            org.assertj.core.api.Assertions.tuple(Severity.WARNING, "app ü+/Cache.java:4"));
  }

  private static Remark remark(Severity severity, int line) {
    return new Remark(severity, "rule", "leaks", "A.java", line, 0, 0, "id");
  }
}
