package io.github.leakcheck.maven.text;

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
    assertThat(text.expression(new Span(2, 3, 2, 6))).isEqualTo("two");
    assertThat(text.statement(new Span(2, 3, 2, 6))).isEqualTo("two(3)");
  }

  @Test
  void theStatementIsFreeOfLayoutAndComments() {
    SourceText code =
        SourceText.of(
            "open(); // one; {\n  /* two; */ final\tInputStream in /* } */ =\n"
                + "    new FileInputStream(\n \"//;\");");
    assertThat(code.statement(new Span(3, 5, 3, 8)))
        .isEqualTo("final InputStream in=new FileInputStream(\"//");
    assertThat(SourceText.of("a(); /* b(); */ c(d, e);").statements())
        .containsExactly("a()", "c(d,e)");
  }

  @Test
  void literalsHoldNoComments() {
    String code = "a('\"'); b(\"\\\"/*\"); c(\"\"\"\n // \"\" \\\"\"\"\n\"\"\"); d('/*');";
    assertThat(SourceText.of(code).plain()).isEqualTo(code.replaceAll("\\s", ""));
    assertThat(SourceText.of("a(\"// never closed\nb(); // c").plain())
        .isEqualTo("a(\"//never closed b();");
  }

  @Test
  void regionsBeyondTheTextAreEmpty() {
    assertThat(text.expression(new Span(9, 3, 9, 6))).isEmpty();
    assertThat(text.expression(new Span(4, 90, 4, 99))).isEmpty();
    assertThat(text.expression(Span.UNKNOWN)).isEmpty();
  }
}
