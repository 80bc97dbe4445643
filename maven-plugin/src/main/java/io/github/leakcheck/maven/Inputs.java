package io.github.leakcheck.maven;

import io.github.leakcheck.maven.baseline.BaselineFile;
import io.github.leakcheck.maven.report.SourceRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What the findings of a module depend on, as a digest: its sources and those of the modules it
 * uses, its dependencies and settings. The same on every machine. Class files do not count: what
 * was found in a source holds until that changes.
 */
final class Inputs {
  private static final String PREFIX = "leakcheck.";
  private static final Set<String> VERDICT =
      Set.of(
          "failOnViolation",
          "failOnSeverity",
          "failAtEnd",
          "failOnAnalysisError",
          "failOnStaleBaseline",
          "requireClasses",
          "outputDirectory",
          "annotations");

  private final Build build;
  private final Map<String, String> known;

  Inputs(Build build) {
    this.build = build;
    this.known = build.shared("inputs", TreeMap::new);
  }

  /** Digest of the module's inputs; they are taken to stay the same for the length of a build. */
  String of(MavenProject module) {
    synchronized (known) {
      String name = SarifFiles.name(module);
      if (!known.containsKey(name)) {
        known.put(name, ""); // modules cannot use each other in a circle, but POMs can say so
        known.put(name, digest(module));
      }
      return known.get(name);
    }
  }

  private String digest(MavenProject module) {
    MessageDigest digest = digest();
    Path root = SourceRoot.around(build.root()).folder();
    add(digest, build.plugin().getVersion());
    add(digest, SourceRoot.around(build.root()).address(module.getBasedir().toPath()).orElse(""));
    settings(module).forEach(text -> add(digest, text.replace(root.toString(), "")));
    Stream.concat(
            Stream.of(build.root().resolve("leakcheck-apis.txt")),
            BaselineFile.around(module.getBasedir().toPath(), root).stream())
        .forEach(file -> addFile(digest, file));
    files(module).forEach(file -> addFile(digest, file));
    for (Dependency dependency : module.getDependencies()) {
      add(digest, dependency.getManagementKey() + ":" + dependency.getVersion());
      build.modules().stream()
          .filter(other -> SarifFiles.name(other).equals(nameOf(dependency)))
          .forEach(other -> add(digest, of(other)));
    }
    new TreeSet<>(new MavenScope(module, true, false).sourceRoots())
        .forEach(folder -> addFolder(digest, folder));
    return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
  }

  /** Files that parameters name: API lines, rulesets. */
  private List<Path> files(MavenProject module) {
    List<String> values = new ArrayList<>();
    Properties user = build.session().getUserProperties();
    user.stringPropertyNames().stream()
        .filter(name -> name.startsWith(PREFIX))
        .sorted()
        .forEach(name -> values.addAll(List.of(user.getProperty(name).split(","))));
    Plugin plugin = module.getPlugin(build.plugin().getPluginLookupKey());
    if (plugin != null) {
      leaves(plugin.getConfiguration(), values);
      plugin.getExecutions().forEach(execution -> leaves(execution.getConfiguration(), values));
    }
    return Stream.of(module.getBasedir().toPath(), build.root())
        .flatMap(base -> values.stream().flatMap(value -> file(base, value).stream()))
        .toList();
  }

  /** Versions of Maven print configurations each in their own way. */
  private static void leaves(Object configuration, List<String> values) {
    if (configuration instanceof Xpp3Dom dom) {
      values.add(dom.getName());
      values.add(dom.getValue() == null ? "" : dom.getValue().strip());
      Stream.of(dom.getChildren()).forEach(child -> leaves(child, values));
    }
  }

  private static Optional<Path> file(Path base, String name) {
    try {
      return Optional.of(base.resolve(name.strip())).filter(Files::isRegularFile);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static String nameOf(Dependency dependency) {
    return dependency.getGroupId() + ":" + dependency.getArtifactId();
  }

  private List<String> settings(MavenProject module) {
    Properties user = build.session().getUserProperties();
    List<String> settings =
        new ArrayList<>(
            user.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> !VERDICT.contains(name.substring(PREFIX.length())))
                .sorted()
                .map(name -> name + "=" + user.getProperty(name))
                .toList());
    settings.add(String.valueOf(JavaRelease.of(module, user)));
    settings.add(new MavenScope(module, true, false).encoding().name());
    Plugin plugin = module.getPlugin(build.plugin().getPluginLookupKey());
    if (plugin != null) {
      leaves(plugin.getConfiguration(), settings);
      for (PluginExecution execution : plugin.getExecutions()) {
        settings.add(execution.getId() + execution.getGoals());
        leaves(execution.getConfiguration(), settings);
      }
    }
    return settings;
  }

  private static void addFolder(MessageDigest digest, Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(
              file -> {
                add(digest, folder.relativize(file).toString().replace('\\', '/'));
                addFile(digest, file);
              });
    } catch (IOException | UncheckedIOException unreadable) {
      add(digest, "unreadable");
    }
  }

  private static void addFile(MessageDigest digest, Path file) {
    try {
      digest.update(
          digest().digest(Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0]));
    } catch (IOException unreadable) {
      add(digest, "unreadable");
    }
  }

  /** Each text with its length, so that two texts are never taken for two others. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
