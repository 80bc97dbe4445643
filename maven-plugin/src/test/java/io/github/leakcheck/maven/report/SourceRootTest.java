package io.github.leakcheck.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRootTest {
  @TempDir Path folder;

  @Test
  void isTheWorkingTreeAroundTheBuild() throws IOException {
    Files.writeString(folder.resolve(".git"), "gitdir: elsewhere");
    Path build = Files.createDirectories(folder.resolve("a/b"));

    assertThat(SourceRoot.around(build).folder()).isEqualTo(folder);
    assertThat(SourceRoot.around(build).address(build.resolve("X.java"))).contains("a/b/X.java");
  }

  @Test
  void encodesWhatAnAddressMayNotHold() {
    SourceRoot root = SourceRoot.around(folder);

    assertThat(root.address(folder.resolve("a b/100%/ä:c#d?e/Outer$Inner.java")))
        .contains("a%20b/100%25/%C3%A4%3Ac%23d%3Fe/Outer$Inner.java");
  }

  @Test
  void nothingOutsideOfItIsInside() {
    SourceRoot root = SourceRoot.around(folder);

    assertThat(root.address(folder.resolve("../other/X.java"))).isEmpty();
    assertThat(root.address(folder.resolveSibling(folder.getFileName() + "2"))).isEmpty();
  }

  @Test
  void linksToTheRootCountAsTheRoot(@TempDir Path elsewhere) throws IOException {
    Path file = Files.writeString(folder.resolve("X.java"), "");
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), folder);

    assertThat(SourceRoot.around(link).address(file)).contains("X.java");
  }
}
