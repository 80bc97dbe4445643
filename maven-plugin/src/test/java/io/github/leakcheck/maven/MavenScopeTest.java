package io.github.leakcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenScopeTest {
  @TempDir Path root;

  private final MavenProject project = new MavenProject();

  @BeforeEach
  void describeProject() {
    project.setFile(root.resolve("pom.xml").toFile());
    Build build = new Build();
    build.setDirectory(root.resolve("target").toString());
    build.setOutputDirectory(root.resolve("target/classes").toString());
    build.setTestOutputDirectory(root.resolve("target/test-classes").toString());
    project.getModel().setBuild(build);
    project.addCompileSourceRoot(root.resolve("src/main/java").toString());
    project.addTestCompileSourceRoot(root.resolve("src/test/java").toString());
  }

  @Test
  void takesMainSourcesOnlyByDefault() throws IOException {
    folders("src/main/java", "src/test/java", "target/generated-sources/annotations");
    project.addCompileSourceRoot("target/generated-sources/annotations");
    assertThat(scope(false, false).sourceRoots()).containsExactly(root.resolve("src/main/java"));
    assertThat(scope(false, false).classFolders()).containsExactly(root.resolve("target/classes"));
  }

  @Test
  void takesTestsWhenAsked() throws IOException {
    folders("src/main/java", "src/test/java");
    assertThat(scope(true, false).sourceRoots())
        .containsExactly(root.resolve("src/main/java"), root.resolve("src/test/java"));
    assertThat(scope(true, false).classFolders())
        .containsExactly(root.resolve("target/classes"), root.resolve("target/test-classes"));
  }

  @Test
  void findsGeneratedSourcesThatNoGeneratorTold() throws IOException {
    folders("src/main/java", "target/generated-sources/annotations");
    assertThat(scope(false, true).sourceRoots())
        .containsExactly(
            root.resolve("src/main/java"), root.resolve("target/generated-sources/annotations"));
  }

  @Test
  void takesTheFoldersOfOtherLanguages() throws IOException {
    folders("src/main/java", "src/main/kotlin", "src/main/resources", "src/test/groovy");
    assertThat(scope(true, false).sourceRoots())
        .containsExactly(
            root.resolve("src/main/java"),
            root.resolve("src/main/kotlin"),
            root.resolve("src/test/groovy"));
  }

  @Test
  void isEmptyOnlyWithoutAnythingOfItsOwn() throws IOException {
    assertThat(scope(false, false).isEmpty()).isTrue();
    folders("target/classes");
    assertThat(scope(false, false).isEmpty()).as("classes of another language").isFalse();
    folders("target/generated-sources/x");
    project.addCompileSourceRoot(root.resolve("target/generated-sources/x").toString());
    assertThat(scope(false, false).isEmpty()).as("generated alone").isTrue();
    assertThat(scope(false, true).isEmpty()).isFalse();
  }

  @Test
  void readsTheEncoding() {
    assertThat(scope(false, false).declaredEncoding()).isEmpty();
    assertThat(scope(false, false).encoding()).isEqualTo(StandardCharsets.UTF_8);
    project.getProperties().setProperty("project.build.sourceEncoding", "latin1");
    assertThat(scope(false, false).declaredEncoding()).hasValue(StandardCharsets.ISO_8859_1);
    project.getProperties().setProperty("project.build.sourceEncoding", "no such thing");
    assertThat(scope(false, false).encoding()).isEqualTo(StandardCharsets.UTF_8);
  }

  private MavenScope scope(boolean tests, boolean generated) {
    return new MavenScope(project, tests, generated);
  }

  private void folders(String... names) throws IOException {
    for (String name : names) {
      Files.createDirectories(root.resolve(name));
    }
  }
}
