package io.github.leakcheck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every sample of every rule, judged by each engine: exactly the marked lines are reported. */
final class RuleFoldersTest {
  @TestFactory
  Stream<DynamicTest> samples(@TempDir Path classes) throws IOException {
    List<Sample> samples = Sample.all();
    List<DynamicTest> tests = new ArrayList<>();
    for (Reports reports : Reports.of(samples, classes)) {
      for (Sample sample : samples) {
        String name = sample.title() + " " + reports.engine();
        tests.add(DynamicTest.dynamicTest(name, () -> reportsWhatIsMarked(sample, reports)));
      }
      String name = "all samples were read " + reports.engine();
      tests.add(DynamicTest.dynamicTest(name, () -> readsAll(reports)));
    }
    return tests.stream();
  }

  /** Samples for newer JDKs lie in the same source root, but have no class files here. */
  private static void readsAll(Reports reports) throws IOException {
    String skipped = Sample.skipped() + " of ";
    assertThat(reports.outcome().notes()).allMatch(note -> note.startsWith(skipped));
  }

  private static void reportsWhatIsMarked(Sample sample, Reports reports) {
    List<String> expected = expected(sample, reports.engine());
    List<String> reported =
        reports.in(sample, sample.lowLines()).stream().map(RuleFoldersTest::key).sorted().toList();
    List<String> wrong = new ArrayList<>();
    for (String key : new TreeSet<>(expected)) {
      if (!reported.contains(key)) {
        wrong.add(message("does not report", key, sample, reports.engine()));
      }
    }
    for (String key : new TreeSet<>(reported)) {
      if (!expected.contains(key)) {
        wrong.add(message("reports", key, sample, reports.engine()) + why(key, sample, reports));
      } else if (reports.engine().equals("merged") && count(reported, key) > 1) {
        wrong.add(message("reports more than once", key, sample, reports.engine()));
      }
    }
    assertThat(wrong).as("%s, engine %s", sample.title(), reports.engine()).isEmpty();
  }

  private static List<String> expected(Sample sample, String engine) {
    List<String> keys = new ArrayList<>();
    for (Mark mark : sample.marks()) {
      if (mark.isReportedBy(engine)) {
        mark.rules().forEach(rule -> keys.add(key(mark.line(), rule)));
      }
    }
    return keys;
  }

  private static String key(Finding finding) {
    return key(finding.place().span().line(), finding.rule());
  }

  /** Sorts by line. */
  private static String key(int line, String rule) {
    return String.format("%05d %s", line, rule);
  }

  private static long count(List<String> keys, String key) {
    return keys.stream().filter(key::equals).count();
  }

  private static String message(String what, String key, Sample sample, String engine) {
    int line = Integer.parseInt(key.substring(0, 5));
    return "%s/%s:%d: engine %s %s %s: %s"
        .formatted(
            sample.rule(),
            sample.file().getFileName(),
            line,
            engine,
            what,
            key.substring(6),
            sample.line(line));
  }

  private static String why(String key, Sample sample, Reports reports) {
    return reports.in(sample, sample.lowLines()).stream()
        .filter(finding -> key(finding).equals(key))
        .findFirst()
        .map(f -> " [" + f.confidence() + ": " + f.message() + "]")
        .orElse("");
  }

  @TestFactory
  Stream<DynamicTest> folders() throws IOException {
    return Sample.folders().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName() + " is complete", () -> isComplete(folder)));
  }

  private static void isComplete(Path folder) throws IOException {
    String name = folder.getFileName().toString();
    for (String file : List.of("rule.md", "apis.txt", "Leaks.java", "Clean.java")) {
      assertThat(folder.resolve(file)).as("%s: file %s", name, file).exists();
    }
    List<Sample> samples = Sample.in(folder);
    assertThat(samples.stream().flatMap(s -> s.marks().stream()).map(Mark::kind))
        .as("%s: marks in Leaks.java", name)
        .contains(Mark.Kind.LEAK);
    for (Sample sample : samples) {
      assertThat(Files.readString(sample.file()))
          .as("%s: package", sample.title())
          .contains("package " + name + ";");
      if (sample.file().endsWith("Clean.java")) {
        assertThat(sample.marks().stream().map(Mark::kind))
            .as("%s: marks", sample.title())
            .doesNotContain(Mark.Kind.LEAK, Mark.Kind.MISSED);
      }
    }
  }
}
