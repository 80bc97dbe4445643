package io.github.leakcheck.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.maven.text.SourceText;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Span;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IdentityTest {
  private static final Path MODULE = Path.of("app").toAbsolutePath();
  private static final Finding STREAM =
      Samples.stream(MODULE.resolve("src/main/java/org/acme/Cache.java"));

  @Test
  void survivesLinesAboveAndAnotherLayout() {
    String moved =
        "// a licence\n\n" + Samples.CODE.replace(" in = new", " // why\n        in =\n new");
    Finding there = at(STREAM, new Span(11, 2, 11, 5));

    assertThat(Identity.of(there, MODULE, SourceText.of(moved))).isEqualTo(identity(STREAM));
  }

  @Test
  void survivesAnotherFolder() {
    Path other = Path.of("elsewhere").toAbsolutePath();
    Finding there = Samples.stream(other.resolve("src/main/java/org/acme/Cache.java"));

    assertThat(Identity.of(there, other, SourceText.of(Samples.CODE))).isEqualTo(identity(STREAM));
  }

  @Test
  void changesWithTheStatementTheRuleAndTheFile() {
    String other = Samples.CODE.replace("file.toFile()", "\"x\"");
    Finding renamed = Samples.stream(MODULE.resolve("src/main/java/org/acme/Store.java"));

    assertThat(Identity.of(STREAM, MODULE, SourceText.of(other))).isNotEqualTo(identity(STREAM));
    assertThat(identity(renamed)).isNotEqualTo(identity(STREAM));
    assertThat(identity(Samples.map(Path.of(STREAM.place().file()))))
        .isNotEqualTo(identity(STREAM));
  }

  private static String identity(Finding finding) {
    return Identity.of(finding, MODULE, SourceText.of(Samples.CODE));
  }

  private static Finding at(Finding finding, Span span) {
    Place place = finding.place();
    return finding.placed(new Place(place.file(), span, place.member()), finding.path());
  }
}
