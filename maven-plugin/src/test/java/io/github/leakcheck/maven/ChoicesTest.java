package io.github.leakcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Severity;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class ChoicesTest {
  private static final List<String> RULES =
      List.of("unclosed-channel", "unclosed-file-stream", "thread-local-never-removed");

  @Test
  void understandsWhatIsPossible() throws MojoExecutionException {
    Choices choices = Choices.of(given("Error", "low", "both", "1.8", "unclosed-channel"), RULES);
    assertThat(choices.failOnSeverity()).isEqualTo(Severity.ERROR);
    assertThat(choices.minConfidence()).isEqualTo(Confidence.LOW);
    assertThat(choices.engines()).isEqualTo(Scope.Engines.BOTH);
    assertThat(choices.release()).hasValue(8);
    assertThat(choices.rules().only()).containsExactly("unclosed-channel");
  }

  @Test
  void namesTheParameterTheValueAndWhatIsAllowed() {
    refuses(
        given("fatal", "low", "auto", null, null),
        "leakcheck.failOnSeverity: 'fatal' is not possible; allowed are error, warning, note.");
    refuses(
        given("note", "sure", "auto", null, null),
        "leakcheck.minConfidence: 'sure' is not possible; allowed are low, medium, high.");
    refuses(
        given("note", "low", "pmd", null, null),
        "leakcheck.engines: 'pmd' is not possible; allowed are auto, both, source, bytecode.");
    refuses(
        given("note", "low", "auto", "26", null),
        "leakcheck.release: '26' is not possible; allowed are 8 to 25.");
  }

  @Test
  void namesTheContexts() {
    refuses(
        given("note", "low", "auto", "server", "", null),
        "leakcheck.context: 'server' is not possible; allowed are application, library,"
            + " container.");
  }

  @Test
  void namesTheNearestRules() {
    refuses(
        given("note", "low", "auto", "", "unclosed-file-streams"),
        "leakcheck.rules: 'unclosed-file-streams' is not possible; the nearest rules are"
            + " unclosed-file-stream, unclosed-channel, thread-local-never-removed.");
  }

  private static void refuses(CheckParameters given, String message) {
    assertThatThrownBy(() -> Choices.of(given, RULES))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(message);
  }

  private static CheckParameters given(
      String severity, String confidence, String engines, String release, String rule) {
    return given(severity, confidence, engines, "application", release, rule);
  }

  private static CheckParameters given(
      String severity,
      String confidence,
      String engines,
      String context,
      String release,
      String rule) {
    List<String> rules = rule == null ? null : List.of(" " + rule, " ");
    return new CheckParameters(
        true,
        severity,
        confidence,
        rules,
        null,
        null,
        null,
        false,
        false,
        engines,
        context,
        null,
        release,
        null,
        null,
        null,
        false,
        false);
  }
}
