package io.github.leakcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.leakcheck.engine.Outcome;
import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Severity;
import io.github.leakcheck.model.Span;
import io.github.leakcheck.model.Subject;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private final List<Finding> findings =
      List.of(finding(Severity.ERROR), finding(Severity.WARNING), finding(Severity.NOTE));

  @Test
  void failsInOneSentenceThatSaysHowToGoOn() {
    assertThat(new Verdict(true, Severity.WARNING).failure("1 error in app", "target/x.sarif"))
        .hasMessageStartingWith("leakcheck found 1 error in app (leakcheck.failOnSeverity=warning)")
        .hasMessageContaining("target/x.sarif")
        .hasMessageContaining("leakcheck:ignore")
        .hasMessageContaining("leakcheck:baseline")
        .hasMessageContaining("-Dleakcheck.failOnViolation=false");
  }

  @Test
  void passesBelowTheThreshold() {
    assertThat(new Verdict(true, Severity.ERROR).violations(findings.subList(1, 3))).isEmpty();
    assertThat(new Verdict(true, Severity.WARNING).violations(findings)).hasSize(2);
    assertThat(new Verdict(false, Severity.NOTE).violations(findings)).isEmpty();
  }

  @Test
  void isLoudAboutWhatFailsTheBuild() {
    assertThat(findings.stream().map(new Verdict(true, Severity.WARNING)::loudness))
        .containsExactly(Loudness.ERROR, Loudness.ERROR, Loudness.INFO);
    assertThat(findings.stream().map(new Verdict(false, Severity.WARNING)::loudness))
        .containsExactly(Loudness.WARNING, Loudness.WARNING, Loudness.INFO);
  }

  @Test
  void asksForClassFilesOnlyWhenToldTo() {
    Outcome.Judged mixed = new Outcome.Judged(3, 2);
    assertThatThrownBy(() -> require(given(true, false), Scope.Engines.AUTO, mixed, List.of()))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith(
            "leakcheck.requireClasses: 2 of 5 classes of app judged from source, ");
    assertThatCode(() -> require(given(true, false), Scope.Engines.BOTH, mixed, List.of()))
        .doesNotThrowAnyException();
    assertThatCode(() -> require(given(false, false), Scope.Engines.AUTO, mixed, List.of("x")))
        .doesNotThrowAnyException();
  }

  @Test
  void namesTheFirstThingThatCouldNotBeLookedInto() {
    Outcome.Judged all = new Outcome.Judged(3, 0);
    List<String> notes = List.of("cannot read \u001bA.java", "another");
    assertThatThrownBy(() -> require(given(false, true), Scope.Engines.AUTO, all, notes))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "leakcheck.failOnAnalysisError: not all of app could be looked into:"
                + " cannot read \\u001bA.java, and 1 more.");
  }

  private static void require(
      CheckParameters given, Scope.Engines engines, Outcome.Judged judged, List<String> notes)
      throws MojoExecutionException {
    new Verdict(true, Severity.WARNING).requireWhole("app", given, engines, judged, notes);
  }

  private static CheckParameters given(boolean requireClasses, boolean failOnAnalysisError) {
    return new CheckParameters(
        true,
        "warning",
        "low",
        null,
        null,
        null,
        null,
        false,
        false,
        "auto",
        "application",
        null,
        null,
        null,
        null,
        null,
        requireClasses,
        failOnAnalysisError);
  }

  private static Finding finding(Severity severity) {
    return new Finding(
        "rule",
        severity,
        Confidence.HIGH,
        new Subject(Subject.Kind.NEW, "X", "<init>", 0),
        "leaks",
        "",
        new Place("X.java", Span.ofLine(1), Member.field("X", "x")),
        List.of(),
        Set.of(Finding.SOURCE));
  }
}
