package io.github.leakcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

class JavaReleaseTest {
  private final MavenProject project = new MavenProject();
  private final Properties user = new Properties();

  @Test
  void isTheOldestWhenNothingIsSaid() {
    assertThat(release()).isEqualTo(8);
  }

  @Test
  void readsThePropertiesReleaseFirst() {
    project.getProperties().setProperty("maven.compiler.source", "1.8");
    assertThat(release()).isEqualTo(8);
    project.getProperties().setProperty("maven.compiler.target", "11");
    assertThat(release()).isEqualTo(11);
    project.getProperties().setProperty("maven.compiler.release", "17");
    assertThat(release()).isEqualTo(17);
    user.setProperty("maven.compiler.release", "21");
    assertThat(release()).isEqualTo(21);
  }

  @Test
  void readsTheCompilerPluginBeforeTheProperties() {
    project.getProperties().setProperty("maven.compiler.release", "17");
    Plugin compiler = compiler();
    compiler.setConfiguration(configuration("release", "11"));
    assertThat(release()).isEqualTo(11);
    PluginExecution execution = new PluginExecution();
    execution.setId("default-compile");
    execution.setConfiguration(configuration("release", "21"));
    compiler.addExecution(execution);
    assertThat(release()).isEqualTo(21);
  }

  @Test
  void staysWithinWhatIsKnown() {
    project.getProperties().setProperty("maven.compiler.source", "1.5");
    assertThat(release()).isEqualTo(8);
    project.getProperties().setProperty("maven.compiler.release", "99");
    assertThat(release()).isEqualTo(25);
  }

  @Test
  void doesNotMindNonsense() {
    project.getProperties().setProperty("maven.compiler.release", "${unset}");
    project.getProperties().setProperty("maven.compiler.source", "11");
    compiler().setConfiguration(configuration("release", null));
    assertThat(release()).isEqualTo(11);
  }

  private int release() {
    return JavaRelease.of(project, user);
  }

  private Plugin compiler() {
    Plugin compiler = new Plugin();
    compiler.setGroupId("org.apache.maven.plugins");
    compiler.setArtifactId("maven-compiler-plugin");
    project.getModel().setBuild(new Build());
    project.getBuild().addPlugin(compiler);
    return compiler;
  }

  private static Xpp3Dom configuration(String name, String value) {
    Xpp3Dom child = new Xpp3Dom(name);
    child.setValue(value);
    Xpp3Dom configuration = new Xpp3Dom("configuration");
    configuration.addChild(child);
    return configuration;
  }
}
