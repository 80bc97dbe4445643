package io.github.leakcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationsChoiceTest {
  @Test
  void autoGoesByTheEnvironment() throws Exception {
    assertThat(Annotations.of("auto", Map.of("GITHUB_ACTIONS", "true")))
        .isEqualTo(Annotations.GITHUB);
    assertThat(Annotations.of("auto", Map.of("GITLAB_CI", "true"))).isEqualTo(Annotations.GITLAB);
    assertThat(Annotations.of("auto", Map.of("TF_BUILD", "True"))).isEqualTo(Annotations.AZURE);
    assertThat(Annotations.of("auto", Map.of("CI", "true"))).isEqualTo(Annotations.NONE);
    assertThat(Annotations.of("none", Map.of("GITHUB_ACTIONS", "true")))
        .isEqualTo(Annotations.NONE);
    assertThatThrownBy(() -> Annotations.of("jenkins", Map.of()))
        .hasMessage(
            "leakcheck.annotations: 'jenkins' is not possible; allowed are auto, github, gitlab,"
                + " azure, none.");
  }

  @Test
  void theSummaryIsAddedToTheFileOfTheStep(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("summary.md"), "# Mine\n");
    Map<String, String> environment = Map.of("GITHUB_STEP_SUMMARY", file.toString());
    Annotations.GITHUB.tell(List.of(), folder.resolve("x.sarif"), "x.sarif", environment);

    assertThat(file).hasContent("# Mine\n### leakcheck: no leaks found\n\n");
  }
}
