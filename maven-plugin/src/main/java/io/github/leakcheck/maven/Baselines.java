package io.github.leakcheck.maven;

import io.github.leakcheck.maven.baseline.Baseline;
import io.github.leakcheck.maven.baseline.BaselineFile;
import io.github.leakcheck.maven.baseline.Claims;
import io.github.leakcheck.maven.baseline.Entry;
import io.github.leakcheck.maven.report.Notes;
import io.github.leakcheck.maven.report.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** The baseline of a build as one of its modules uses it. */
final class Baselines {
  private static final String NONE = "none";

  private final Build build;
  private final String given;

  /**
   * @param given name of the file, {@code none}, or empty for the nearest one
   */
  Baselines(Build build, String given) {
    this.build = build;
    this.given = given;
  }

  /** The file to read, if there is to be one. */
  Optional<Path> file() throws MojoExecutionException {
    if (given.equalsIgnoreCase(NONE)) {
      return Optional.empty();
    }
    if (!given.isEmpty()) {
      Path named = named();
      if (!Files.isRegularFile(named)) {
        throw BadParameter.of(
            "baseline", given, "there is no such file; leakcheck:baseline writes it");
      }
      return Optional.of(named);
    }
    return BaselineFile.around(build.folder(), SourceRoot.around(build.folder()).folder());
  }

  /** The file to write. */
  Path target() throws MojoExecutionException {
    if (given.equalsIgnoreCase(NONE)) {
      throw BadParameter.of("baseline", given, "this goal needs a file to write");
    }
    return given.isEmpty()
        ? file().orElseGet(() -> build.root().resolve(BaselineFile.NAME))
        : named();
  }

  private Path named() throws MojoExecutionException {
    try {
      Path root = Path.of(build.session().getExecutionRootDirectory());
      return root.resolve(given).toAbsolutePath().normalize();
    } catch (InvalidPathException strange) {
      throw BadParameter.of("baseline", given, "it must name a file");
    }
  }

  /** The file as it was when the build began. */
  Baseline read(Path file, Looked looked) throws MojoExecutionException {
    try {
      String content =
          build.shared("baseline.text." + file, () -> Files.exists(file) ? text(file) : "");
      List<Entry> entries = content.isEmpty() ? List.of() : BaselineFile.parse(content);
      Set<Integer> found = build.shared("baseline.found." + file, HashSet::new);
      Map<String, Integer> moved = build.shared("baseline.moved." + file, HashMap::new);
      return Baseline.of(
          file.getParent(), entries, new Claims(found, moved), looked.scope().encoding());
    } catch (IOException malformed) {
      throw new MojoExecutionException(
          "leakcheck cannot use the baseline %s: %s. Mend it, or remove it and run leakcheck:baseline."
              .formatted(file, Notes.plain(malformed.getMessage())),
          malformed);
    }
  }

  /** Whoever holds it is the only module of the build that matches findings or writes the file. */
  Object lock(Path file) {
    return build.shared("baseline.found." + file, HashSet::new);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return "unreadable: " + unreadable.getMessage();
    }
  }

  /** Positions of the entries that the modules of this build could have found again so far. */
  Set<Integer> judged(Path file, Baseline baseline, Looked looked) {
    Set<Integer> judged = build.shared("baseline.judged." + file, TreeSet::new);
    judged.addAll(baseline.positions(entry -> isJudged(file, entry, looked)));
    return judged;
  }

  private boolean isJudged(Path file, Entry entry, Looked looked) {
    if (!looked.choices().rules().selects(entry.rule())) {
      return false;
    }
    Path source = file.resolveSibling(entry.file()).normalize();
    Optional<MavenProject> owner = owner(source);
    if (!Files.exists(source) && owner.filter(module -> !isPom(module)).isEmpty()) {
      return true;
    }
    return owner.filter(module -> module.equals(build.project())).isPresent()
        && looked.scope().sourceRoots().stream()
            .filter(source::startsWith)
            .allMatch(root -> looked.choices().paths().test(root.relativize(source).toString()));
  }

  /** Whether the entry is about a file of this module. */
  boolean isOurs(Path file, Entry entry) {
    return owner(file.resolveSibling(entry.file()).normalize())
        .filter(module -> module.equals(build.project()))
        .isPresent();
  }

  private static boolean isPom(MavenProject module) {
    return "pom".equals(module.getPackaging());
  }

  private Optional<MavenProject> owner(Path source) {
    return build.modules().stream()
        .filter(module -> source.startsWith(module.getBasedir().toPath()))
        .max(Comparator.comparing(module -> module.getBasedir().toPath().getNameCount()));
  }
}
