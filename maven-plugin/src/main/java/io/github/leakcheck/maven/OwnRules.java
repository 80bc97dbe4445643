package io.github.leakcheck.maven;

import io.github.leakcheck.engine.Guests;
import io.github.leakcheck.engine.Scope;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * A user's own PMD rulesets and SpotBugs plugins, found as maven-pmd-plugin and
 * spotbugs-maven-plugin find theirs: files below the module or the root of the build, resources of
 * this plugin's dependencies, artifacts.
 */
final class OwnRules {
  private static final String RULESETS = "pmdRulesets";
  private static final String PLUGINS = "spotbugsPlugins";
  private static final String XML = ".xml";

  private final Build build;
  private final List<Path> bases;

  OwnRules(Build build) {
    this.build = build;
    this.bases = Stream.of(build.folder(), build.root()).distinct().toList();
  }

  Guests of(CheckParameters given, Choices choices) throws MojoExecutionException {
    List<String> rulesets = new ArrayList<>();
    for (String name : given.pmdRulesets()) {
      rulesets.add(ruleset(name));
    }
    if (choices.engines() == Scope.Engines.SOURCE && !given.spotbugsPlugins().isEmpty()) {
      throw BadParameter.of(
          "engines", "source", "spotbugsPlugins look at class files: take auto, both or bytecode");
    }
    List<Path> plugins = new ArrayList<>();
    for (SpotBugsPlugin plugin : given.spotbugsPlugins()) {
      plugins.add(plugin(plugin.toString()));
    }
    return new Guests(rulesets, plugins);
  }

  private String ruleset(String name) throws MojoExecutionException {
    Optional<Path> file = file(name);
    if (file.isPresent()) {
      return file.get().toString();
    }
    int end = name.indexOf(XML);
    String resource = end < 0 ? name : name.substring(0, end + XML.length());
    if (Guests.class.getClassLoader().getResource(resource) == null) {
      throw BadParameter.of(
          RULESETS,
          name,
          "it must be a file, absolute or below "
              + bases.get(0)
              + ", or a resource of PMD or of a dependency of this plugin, like category/java/errorprone.xml");
    }
    return name;
  }

  private Path plugin(String name) throws MojoExecutionException {
    Optional<Path> file = file(name);
    if (file.isPresent()) {
      return file.get();
    }
    String[] parts = name.split(":", -1);
    boolean coordinates =
        parts.length >= 2 && parts.length <= 4 && Stream.of(parts).noneMatch(String::isBlank);
    if (!coordinates || name.matches(".*[/\\\\].*|[A-Za-z]:.*")) {
      throw BadParameter.of(
          PLUGINS,
          name,
          "it must be group:artifact:version, or a jar, absolute or below " + bases.get(0));
    }
    return parts.length == 2 ? dependency(name) : resolved(parts);
  }

  /** Without a version, it must be what the user has added to this plugin. */
  private Path dependency(String name) throws MojoExecutionException {
    Artifact artifact = build.plugin().getArtifactMap().get(name);
    if (artifact == null || artifact.getFile() == null) {
      throw BadParameter.of(
          PLUGINS, name, "without a version it must be among the dependencies of this plugin");
    }
    return artifact.getFile().toPath().toAbsolutePath();
  }

  private Path resolved(String[] parts) throws MojoExecutionException {
    String classifier = parts.length > 3 ? parts[3] : "";
    ArtifactRequest request =
        new ArtifactRequest(
            new DefaultArtifact(parts[0], parts[1], classifier, "jar", parts[2]),
            build.project().getRemotePluginRepositories(),
            null);
    try {
      File file =
          build
              .repositories()
              .resolveArtifact(build.session().getRepositorySession(), request)
              .getArtifact()
              .getFile();
      return file.toPath().toAbsolutePath();
    } catch (ArtifactResolutionException absent) {
      throw new MojoExecutionException(
          "leakcheck.%s: %s cannot be resolved: %s"
              .formatted(PLUGINS, String.join(":", parts), absent.getMessage()),
          absent);
    }
  }

  private Optional<Path> file(String name) {
    try {
      return bases.stream()
          .map(base -> base.resolve(name))
          .filter(Files::isRegularFile)
          .findFirst();
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }
}
