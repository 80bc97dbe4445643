package io.github.leakcheck.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.model.Span;
import org.junit.jupiter.api.Test;

class SourceTextTest {
  private final SourceText text = SourceText.of("one;\r\n  two (\n 3 );\rfour");

  @Test
  void linesEndInThreeWays() {
    assertThat(text.line(1)).isEqualTo("one;");
    assertThat(text.line(2)).isEqualTo("  two (");
    assertThat(text.line(4)).isEqualTo("four");
    assertThat(text.line(0)).isEmpty();
    assertThat(text.line(5)).isEmpty();
  }

  @Test
  void theStatementReachesOverLines() {
    assertThat(text.compact(new Span(2, 3, 2, 6))).isEqualTo("two");
    assertThat(text.statement(new Span(2, 3, 2, 6))).isEqualTo("two(3)");
  }

  @Test
  void regionsBeyondTheTextAreEmpty() {
    assertThat(text.compact(new Span(9, 3, 9, 6))).isEmpty();
    assertThat(text.compact(new Span(4, 90, 4, 99))).isEmpty();
    assertThat(text.compact(Span.UNKNOWN)).isEmpty();
  }
}
