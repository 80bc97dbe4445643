package io.github.leakcheck.maven.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Severity;
import io.github.leakcheck.model.Span;
import io.github.leakcheck.model.Subject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FiltersTest {
  private final Finding low = finding("one", Confidence.LOW);
  private final Finding medium = finding("two", Confidence.MEDIUM);
  private final Finding high = finding("three", Confidence.HIGH);
  private final List<Finding> all = List.of(low, medium, high);

  @Test
  void keepsWhatIsSureEnough() {
    assertThat(new MinConfidence(Confidence.LOW).apply(all)).isEqualTo(all);
    assertThat(new MinConfidence(Confidence.MEDIUM).apply(all)).containsExactly(medium, high);
    assertThat(new MinConfidence(Confidence.HIGH).apply(all)).containsExactly(high);
  }

  @Test
  void keepsTheRulesAskedFor() {
    assertThat(new RuleSelection(Set.of(), Set.of()).apply(all)).isEqualTo(all);
    assertThat(new RuleSelection(Set.of("one", "two"), Set.of("one")).apply(all))
        .containsExactly(medium);
    assertThat(new RuleSelection(Set.of(), Set.of("two")).apply(all)).containsExactly(low, high);
  }

  private static Finding finding(String rule, Confidence confidence) {
    return new Finding(
        rule,
        Severity.WARNING,
        confidence,
        new Subject(Subject.Kind.NEW, "X", "<init>", 0),
        "leaks",
        "",
        new Place("X.java", Span.ofLine(1), Member.field("X", "x")),
        List.of(),
        Set.of(Finding.SOURCE));
  }
}
