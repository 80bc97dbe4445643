package io.github.leakcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.junit.jupiter.api.Test;

class ReactorModulesTest {
  private final MavenProject core = project("core", "1.0-SNAPSHOT");
  private final ReactorModules reactor = new ReactorModules(List.of(core), null);

  @Test
  void givesOutputFoldersWhetherOrNotTheyExist() {
    assertThat(file("g:core:jar:1.0-SNAPSHOT")).isEqualTo(new File("core/target/classes"));
    assertThat(file("g:core:jar:tests:1.0-SNAPSHOT"))
        .isEqualTo(new File("core/target/test-classes"));
    assertThat(file("g:core:pom:1.0-SNAPSHOT")).isEqualTo(core.getFile());
  }

  @Test
  void givesTheEffectiveModel() {
    assertThat(reactor.findModel(new DefaultArtifact("g:core:pom:1.0-SNAPSHOT")))
        .isSameAs(core.getModel());
    assertThat(reactor.findVersions(new DefaultArtifact("g:core:jar:[1,2)")))
        .containsExactly("1.0-SNAPSHOT");
  }

  @Test
  void knowsNothingOfOtherVersionsAndClassifiers() {
    assertThat(file("g:core:jar:0.9")).isNull();
    assertThat(file("h:core:jar:1.0-SNAPSHOT")).isNull();
    assertThat(file("g:core:jar:linux:1.0-SNAPSHOT")).isNull();
  }

  @Test
  void asksTheReaderThatWasThereForAllElse() {
    File jar = new File("workspace/other.jar");
    ReactorModules both = new ReactorModules(List.of(core), new Always(jar));
    assertThat(both.findArtifact(new DefaultArtifact("g:other:jar:1"))).isEqualTo(jar);
    assertThat(both.findArtifact(new DefaultArtifact("g:core:jar:1.0-SNAPSHOT")))
        .isEqualTo(new File("core/target/classes"));
    assertThat(both.findVersions(new DefaultArtifact("g:core:jar:[1,2)")))
        .containsExactly("1.0-SNAPSHOT", "7");
  }

  private File file(String coordinates) {
    return reactor.findArtifact(new DefaultArtifact(coordinates));
  }

  private static MavenProject project(String name, String version) {
    Model model = new Model();
    model.setGroupId("g");
    model.setArtifactId(name);
    model.setVersion(version);
    Build build = new Build();
    build.setOutputDirectory(name + "/target/classes");
    build.setTestOutputDirectory(name + "/target/test-classes");
    model.setBuild(build);
    MavenProject project = new MavenProject(model);
    project.setFile(new File(name, "pom.xml"));
    return project;
  }

  private record Always(File file) implements WorkspaceReader {
    @Override
    public WorkspaceRepository getRepository() {
      return new WorkspaceRepository("test");
    }

    @Override
    public File findArtifact(Artifact artifact) {
      return file;
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
      return List.of("7");
    }
  }
}
