package io.github.leakcheck.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleTextTest {
  private final RuleText text = new RuleText(Style.PLAIN);

  @Test
  void listsRulesInColumns() {
    assertThat(text.list(Samples.rules()).lines())
        .containsExactly(
            "unclosed-file-stream          error    title of unclosed-file-stream",
            "static-collection-only-grows  warning  title of static-collection-only-grows");
  }

  @Test
  void explainsFromTheLeakToTheException() {
    assertThat(text.explain(Samples.rules().get(0)))
        .containsSubsequence(
            "unclosed-file-stream: title of",
            "error, found by the check must-close, since 0.1.0, CWE-772, CWE-404",
            "What leaks",
            "A `stream` nobody closes.",
            "Why it hurts",
            "Fix",
            "try (var in = open())",
            "When it is not a leak",
            "Never.");
  }
}
