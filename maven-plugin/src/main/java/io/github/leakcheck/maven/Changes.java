package io.github.leakcheck.maven;

import io.github.leakcheck.maven.change.Change;
import io.github.leakcheck.maven.change.Git;
import io.github.leakcheck.maven.change.UnknownChange;
import io.github.leakcheck.maven.filter.ChangedLines;
import io.github.leakcheck.maven.report.Notes;
import io.github.leakcheck.maven.report.SourceRoot;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** Finds the change that findings must be part of, if the user names one. */
final class Changes {
  private final Build build;
  private final ReviewParameters given;

  Changes(Build build, ReviewParameters given) {
    this.build = build;
    this.given = given;
  }

  /** Empty if all findings count; asks git once for all modules of a repository. */
  Optional<ChangedLines> filter(Charset encoding) throws MojoExecutionException {
    ChangedLines.Extent extent =
        BadParameter.parse("newIn", given.newIn(), ChangedLines.Extent.class);
    if (!given.isLimited()) {
      return Optional.empty();
    }
    if (!given.newSince().isEmpty() && !given.diffFile().isEmpty()) {
      throw BadParameter.of("newSince", given.newSince(), "leakcheck.diffFile is set as well");
    }
    Path root = SourceRoot.around(build.folder()).folder();
    // Class loaders of other modules have a Change of their own.
    Map<String, Change> known =
        build.shared("changes." + System.identityHashCode(Change.class), ConcurrentHashMap::new);
    String key = root + "\n" + encoding + "\n" + given;
    synchronized (known) {
      if (!known.containsKey(key)) {
        known.put(key, given.diffFile().isEmpty() ? since(encoding) : read(root, encoding));
      }
      return Optional.of(new ChangedLines(known.get(key), extent));
    }
  }

  private Change since(Charset encoding) throws MojoExecutionException {
    try {
      return new Git(build.folder()).since(given.newSince(), encoding);
    } catch (UnknownChange unknown) {
      throw new MojoExecutionException(
          "leakcheck.newSince: " + Notes.plain(unknown.getMessage()) + ".", unknown);
    }
  }

  private Change read(Path root, Charset encoding) throws MojoExecutionException {
    List<Path> bases = List.of(root, start(), build.root());
    Path file =
        Stream.of(start(), build.root(), build.folder())
            .flatMap(base -> file(base).stream())
            .findFirst()
            .orElseThrow(() -> refused("it must name a file, absolute or below " + start()));
    try {
      Change change =
          Change.read(Files.readString(file, encoding), bases, encoding)
              .orElseThrow(() -> refused("the file holds no unified diff"));
      change
          .misfits()
          .forEach(
              name ->
                  build
                      .log()
                      .warn(
                          "leakcheck.diffFile does not fit %s: was it made for other code?"
                              .formatted(Notes.plain(name))));
      return change;
    } catch (IOException unreadable) {
      throw refused("it cannot be read as " + encoding);
    }
  }

  private MojoExecutionException refused(String why) {
    return BadParameter.of("diffFile", given.diffFile(), why);
  }

  private Optional<Path> file(Path base) {
    try {
      return Optional.of(base.resolve(given.diffFile())).filter(Files::isRegularFile);
    } catch (InvalidPathException strange) {
      return Optional.empty();
    }
  }

  private Path start() {
    return Path.of(build.session().getExecutionRootDirectory());
  }
}
