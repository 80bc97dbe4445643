package io.github.leakcheck.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of which nothing but the JDK resolves: no classes, no dependencies, no other sources. Each
 * line with a mark, and no other, must be reported at default confidence.
 */
class LoneFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/lone");
  private static final Catalog CATALOG = Catalog.load(List.of()).forRelease(17);

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void reportsMarkedLines(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    SourceJudge.Verdict verdict =
        new SourceJudge(CATALOG, null)
            .judge(Parsed.file(String.join("\n", lines), file.getFileName().toString()));

    TreeSet<String> expected = new TreeSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("// LEAK") || lines.get(i).contains("// NOISE")) {
        expected.add(text(i + 1, lines));
      }
    }
    TreeSet<String> reported = new TreeSet<>();
    for (Finding finding : verdict.findings()) {
      if (finding.confidence() != Confidence.LOW) {
        reported.add(text(finding.place().span().line(), lines));
      }
    }
    assertThat(verdict.failures()).isEmpty();
    assertThat(reported).isEqualTo(expected);
  }

  private static String text(int line, List<String> lines) {
    return "%4d: %s".formatted(line, lines.get(line - 1).strip());
  }
}
