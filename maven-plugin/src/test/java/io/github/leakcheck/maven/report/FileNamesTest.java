package io.github.leakcheck.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileNamesTest {
  private final Path work = Path.of("work").toAbsolutePath();
  private final Path root = Path.of("elsewhere/root").toAbsolutePath();
  private final FileNames names = new FileNames(List.of(work, root));

  @Test
  void takesTheFirstFolderThatHoldsTheFile() {
    assertThat(names.of(work.resolve("a/../b/X.java").toString())).isEqualTo("b/X.java");
    assertThat(names.of(root.resolve("m/X.java").toString())).isEqualTo("m/X.java");
  }

  @Test
  void leavesOthersWhole() {
    assertThat(names.of("org/acme/X.java")).isEqualTo("org/acme/X.java");
    assertThat(names.of("not a path \0")).isEqualTo("not a path \0");
  }
}
