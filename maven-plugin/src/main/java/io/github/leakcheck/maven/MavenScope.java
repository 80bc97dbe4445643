package io.github.leakcheck.maven;

import io.github.leakcheck.engine.Scope;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** What to read of a Maven project: its own sources, classes, release and encoding. */
final class MavenScope {
  private static final List<String> OTHER_LANGUAGES = List.of("groovy", "kotlin", "scala");
  private static final String ENCODING = "project.build.sourceEncoding";

  private final MavenProject project;
  private final boolean tests;
  private final boolean generated;

  MavenScope(MavenProject project, boolean tests, boolean generated) {
    this.project = project;
    this.tests = tests;
    this.generated = generated;
  }

  Scope scope(ClassPath classPath, Choices choices, Properties userProperties) {
    return new Scope(
            project.getArtifactId(),
            sourceRoots(),
            classFolders(),
            classPath.entries(),
            choices.release().orElseGet(() -> JavaRelease.of(project, userProperties)),
            encoding(),
            choices.paths(),
            choices.engines())
        .without(unwanted());
  }

  /**
   * Whether there is nothing of the module's own to look at. Classes without any source root may
   * come from another language; those of generated sources alone are not wanted.
   */
  boolean isEmpty() {
    boolean onlyGenerated = declaredRoots().anyMatch(Files::isDirectory);
    return sourceRoots().isEmpty()
        && (onlyGenerated || classFolders().stream().noneMatch(Files::isDirectory));
  }

  /** Existing folders; those below the build folder only when generated code is wanted. */
  List<Path> sourceRoots() {
    Path build = absolute(project.getBuild().getDirectory());
    return Stream.concat(
            declaredRoots()
                .filter(root -> generated || !root.startsWith(build))
                .flatMap(MavenScope::withOtherLanguages),
            generated ? generatedRoots(build) : Stream.empty())
        .filter(Files::isDirectory)
        .distinct()
        .toList();
  }

  /** Folders of generated sources, unless they are wanted. */
  private List<Path> unwanted() {
    Path build = absolute(project.getBuild().getDirectory());
    return generated
        ? List.of()
        : Stream.concat(
                declaredRoots().filter(root -> root.startsWith(build)), generatedRoots(build))
            .filter(Files::isDirectory)
            .distinct()
            .toList();
  }

  /** Compilers of other languages take their own folder, and Maven does not hear of it. */
  private static Stream<Path> withOtherLanguages(Path root) {
    return root.endsWith("java")
        ? Stream.concat(Stream.of(root), OTHER_LANGUAGES.stream().map(root::resolveSibling))
        : Stream.of(root);
  }

  private Stream<Path> declaredRoots() {
    Stream<String> main = project.getCompileSourceRoots().stream();
    return (tests ? Stream.concat(main, project.getTestCompileSourceRoots().stream()) : main)
        .map(this::absolute);
  }

  /** Folders of generated sources that a direct call finds, as no generator told Maven of them. */
  private Stream<Path> generatedRoots(Path build) {
    Stream<Path> main = folders(build.resolve("generated-sources"));
    return tests ? Stream.concat(main, folders(build.resolve("generated-test-sources"))) : main;
  }

  private static Stream<Path> folders(Path parent) {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(parent, Files::isDirectory)) {
      List<Path> folders = new ArrayList<>();
      children.forEach(folders::add);
      return folders.stream().sorted();
    } catch (IOException none) {
      return Stream.empty();
    }
  }

  List<Path> classFolders() {
    Stream<String> main = Stream.of(project.getBuild().getOutputDirectory());
    Stream<String> test =
        tests ? Stream.of(project.getBuild().getTestOutputDirectory()) : Stream.empty();
    return Stream.concat(main, test).map(this::absolute).toList();
  }

  private Path absolute(String folder) {
    return project.getBasedir().toPath().resolve(folder).toAbsolutePath().normalize();
  }

  /** UTF-8 when the project names none, or none that exists. */
  Charset encoding() {
    return declaredEncoding().orElse(StandardCharsets.UTF_8);
  }

  /** What the project itself says its sources are encoded in, if such an encoding exists. */
  Optional<Charset> declaredEncoding() {
    String name = project.getProperties().getProperty(ENCODING, "").strip();
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }
}
