package io.github.leakcheck.maven.report;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Names of files as a reader at the terminal can open them. */
public final class FileNames {
  private final List<Path> bases;

  /** Names relative to the first of these absolute folders that holds the file. */
  public FileNames(List<Path> bases) {
    this.bases = bases.stream().map(Path::normalize).toList();
  }

  /** With {@code /} on every system; unchanged when the file is below none of the folders. */
  public String of(String file) {
    return relative(file).replace('\\', '/');
  }

  private String relative(String file) {
    try {
      Path path = Path.of(file).normalize();
      for (Path base : bases) {
        if (path.startsWith(base) && !path.equals(base)) {
          return base.relativize(path).toString();
        }
      }
      return file;
    } catch (InvalidPathException strange) {
      return file;
    }
  }
}
