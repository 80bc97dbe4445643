package io.github.leakcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Severity;
import io.github.leakcheck.model.Span;
import io.github.leakcheck.model.Subject;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MergeTest {
  private static final Member MEMBER = new Member("p.A", "m", List.of(), "()V");

  private static Finding finding(
      String engine, Span span, Confidence confidence, int steps, int ordinal) {
    Place place = new Place("/src/p/A.java", span, MEMBER);
    return new Finding(
        "rule",
        Severity.ERROR,
        confidence,
        new Subject(Subject.Kind.CALL, "p.B", "open", ordinal),
        "found by " + engine,
        "help",
        place,
        Collections.nCopies(steps, new PathStep(PathStep.Kind.EXIT, place, "step")),
        Set.of(engine));
  }

  @Test
  void sameRegionIsOneFinding() {
    Span span = new Span(3, 5, 3, 9);
    List<Finding> merged =
        Merge.merge(
            List.of(
                finding("source", span, Confidence.MEDIUM, 3, 0),
                finding("bytecode", span, Confidence.HIGH, 2, 1)));
    assertThat(merged).hasSize(1);
    Finding one = merged.get(0);
    assertThat(one.engines()).containsExactlyInAnyOrder("source", "bytecode");
    assertThat(one.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(one.message()).isEqualTo("found by bytecode");
    assertThat(one.path()).hasSize(3);
  }

  @Test
  void otherRegionsAndRulesAreOtherFindings() {
    Finding first = finding("source", new Span(4, 5, 4, 9), Confidence.HIGH, 0, 0);
    Finding second = finding("bytecode", new Span(3, 9, 3, 13), Confidence.HIGH, 0, 0);
    Finding third = finding("bytecode", new Span(3, 5, 3, 9), Confidence.HIGH, 0, 0);
    assertThat(Merge.merge(List.of(first, second, third))).containsExactly(third, second, first);
  }

  @Test
  void unplacedOnesMeetBySubject() {
    Finding a = finding("source", Span.ofLine(3), Confidence.HIGH, 0, 0);
    Finding b = finding("bytecode", Span.ofLine(4), Confidence.HIGH, 0, 0);
    Finding c = finding("bytecode", Span.ofLine(4), Confidence.HIGH, 0, 1);
    assertThat(Merge.merge(List.of(a, b, c))).hasSize(2);
  }
}
