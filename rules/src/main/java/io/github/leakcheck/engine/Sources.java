package io.github.leakcheck.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The source files of a scope; those of other JVM languages can be found, but not be judged. */
final class Sources {
  private static final Set<String> LANGUAGES = Set.of("java", "kt", "groovy", "scala");

  /**
   * One file.
   *
   * @param inside path inside its source root with slashes ({@code org/acme/Cache.java})
   */
  record File(Path path, String inside) {}

  private final Map<String, File> byInside = new LinkedHashMap<>();
  private final Map<String, File> byPath = new LinkedHashMap<>();

  private Sources(List<Path> roots) {
    for (Path given : roots) {
      Path root = given.toAbsolutePath().normalize();
      if (Files.isDirectory(root)) {
        walk(root).forEach(path -> add(root, path));
      }
    }
  }

  static Sources of(Scope scope) {
    return new Sources(scope.sourceRoots());
  }

  private static List<Path> walk(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Sources::isSource).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSource(Path path) {
    String name = path.getFileName().toString();
    return LANGUAGES.contains(name.substring(name.lastIndexOf('.') + 1))
        && Files.isRegularFile(path);
  }

  private void add(Path root, Path path) {
    List<String> parts = new ArrayList<>();
    root.relativize(path).forEach(part -> parts.add(part.toString()));
    File file = new File(path, String.join("/", parts));
    byInside.putIfAbsent(file.inside(), file);
    byPath.putIfAbsent(path.toString(), file);
  }

  /** Java files alone, without those of {@link #otherReleases()}. */
  Collection<File> files() {
    return byPath.values().stream()
        .filter(file -> file.inside().endsWith(".java") && !isForOtherRelease(file))
        .toList();
  }

  /** Number of files that replace others on newer Java releases, as sources jars have them. */
  int otherReleases() {
    return (int) byPath.values().stream().filter(Sources::isForOtherRelease).count();
  }

  private static boolean isForOtherRelease(File file) {
    return file.inside().startsWith("META-INF/versions/");
  }

  /** The file that a finding names: by absolute path, else by path inside a source root. */
  Optional<File> find(String name) {
    File file = byPath.get(name);
    return Optional.ofNullable(file != null ? file : byInside.get(name));
  }

  /** The path inside its source root, or the name itself if the file is not among the sources. */
  String inside(String name) {
    return find(name).map(File::inside).orElse(name);
  }
}
