package io.github.leakcheck.maven;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The Java release a project is written for, as its compiler plugin would take it. */
final class JavaRelease {
  static final int OLDEST = 8;
  static final int NEWEST = 25;

  private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";
  private static final String EXECUTION = "default-compile";

  private JavaRelease() {}

  /** Between {@link #OLDEST} and {@link #NEWEST}; the oldest when the project says nothing. */
  static int of(MavenProject project, Properties userProperties) {
    return Stream.of("release", "target", "source")
        .map(name -> configured(project, userProperties, name))
        .flatMap(Optional::stream)
        .map(JavaRelease::parse)
        .filter(OptionalInt::isPresent)
        .map(OptionalInt::getAsInt)
        .findFirst()
        .map(release -> Math.max(OLDEST, Math.min(NEWEST, release)))
        .orElse(OLDEST);
  }

  /** {@code 1.8}, {@code 8} and {@code 17} are releases. */
  static OptionalInt parse(String text) {
    String number = text.strip();
    String plain = number.startsWith("1.") ? number.substring(2) : number;
    return plain.matches("[0-9]{1,3}")
        ? OptionalInt.of(Integer.parseInt(plain))
        : OptionalInt.empty();
  }

  static boolean isKnown(int release) {
    return release >= OLDEST && release <= NEWEST;
  }

  private static Optional<String> configured(
      MavenProject project, Properties userProperties, String name) {
    return inPlugin(project, name)
        .or(() -> property(project, userProperties, "maven.compiler." + name));
  }

  private static Optional<String> property(
      MavenProject project, Properties userProperties, String name) {
    return Optional.ofNullable(userProperties.getProperty(name))
        .or(() -> Optional.ofNullable(project.getProperties().getProperty(name)));
  }

  private static Optional<String> inPlugin(MavenProject project, String name) {
    Plugin compiler = project.getPlugin(COMPILER);
    if (compiler == null) {
      return Optional.empty();
    }
    Stream<Object> executions =
        compiler.getExecutions().stream()
            .filter(execution -> EXECUTION.equals(execution.getId()))
            .map(PluginExecution::getConfiguration);
    return Stream.concat(executions, Stream.ofNullable(compiler.getConfiguration()))
        .flatMap(Stream::ofNullable)
        .map(configuration -> ((Xpp3Dom) configuration).getChild(name))
        .flatMap(Stream::ofNullable)
        .map(Xpp3Dom::getValue)
        .flatMap(Stream::ofNullable)
        .filter(value -> parse(value).isPresent())
        .findFirst();
  }
}
