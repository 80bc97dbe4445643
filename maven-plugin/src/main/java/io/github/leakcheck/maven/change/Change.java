package io.github.leakcheck.maven.change;

import io.github.leakcheck.maven.text.SourceText;
import io.github.leakcheck.model.Place;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The files and lines of a change, as they lie on the disk now. */
public final class Change {
  private static final Pattern CODE = Pattern.compile(".*\\.(java|kt|groovy|scala)");

  private final Charset encoding;
  private final Map<Path, FileChange> files = new HashMap<>();
  private final Moves moves = new Moves();
  private final TreeSet<String> misfits = new TreeSet<>();

  private Change(Charset encoding) {
    this.encoding = encoding;
  }

  /**
   * Understands a unified diff.
   *
   * @param bases folders that its paths may be relative to; the first that holds a file counts
   * @param encoding of the sources
   * @return empty if the text is no diff
   */
  public static Optional<Change> read(String diff, List<Path> bases, Charset encoding) {
    List<FileChange> files = DiffReader.read(diff);
    return files.isEmpty() && !diff.isBlank()
        ? Optional.empty()
        : Optional.of(of(files, bases, encoding));
  }

  static Change of(List<FileChange> files, List<Path> bases, Charset encoding) {
    Change change = new Change(encoding);
    files.stream().filter(file -> isCode(file.path())).forEach(file -> change.add(file, bases));
    return change;
  }

  private static boolean isCode(String path) {
    return path.isEmpty() || CODE.matcher(path).matches();
  }

  private void add(FileChange file, List<Path> bases) {
    Optional<Path> here =
        bases.stream().flatMap(base -> find(base, file.path()).stream()).findFirst();
    String now = here.map(path -> SourceText.read(path, encoding).text()).orElse("");
    if (here.isPresent()) {
      files.put(here.get(), file);
      if (!file.fits((int) now.lines().count())) {
        misfits.add(file.path());
      }
    }
    moves.add(here.orElse(null), SourceText.of(file.before(now)), SourceText.of(now));
  }

  /** A path from outside may not lead out of its base. */
  private static Optional<Path> find(Path base, String path) {
    try {
      Path file = base.resolve(path).normalize();
      boolean inside = !path.isEmpty() && file.startsWith(base) && Files.isRegularFile(file);
      return inside ? Optional.of(file.toRealPath()) : Optional.empty();
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }

  /** Files that are shorter than the change says: it was made for other code. */
  public List<String> misfits() {
    return List.copyOf(misfits);
  }

  /** Whether the place's line is one that the change wrote; any of its file if it has no line. */
  public boolean wrote(Place place) {
    int line = place.span().line();
    return file(place).map(file -> line == 0 || file.adds(line)).orElse(false);
  }

  /** Whether the change touched the place's file. */
  public boolean touched(Place place) {
    return file(place).isPresent();
  }

  /** Whether the change took statements away between two lines of the place's file. */
  public boolean cut(Place place, int first, int last) {
    return file(place).stream()
        .flatMap(file -> file.edits().stream())
        .filter(edit -> edit.line() > first && edit.line() <= last)
        .map(edit -> SourceText.of(String.join("\n", edit.removed())))
        .anyMatch(removed -> removed.statements().stream().anyMatch(moves::lost));
  }

  /** The statement that the place stands in. */
  public String statement(Place place) {
    return path(place)
        .map(path -> SourceText.read(path, encoding).statement(place.span()))
        .orElse("");
  }

  /**
   * How many statements equal to that of the place are new, and not just moved or laid out anew.
   */
  public int brought(Place place) {
    return path(place).map(path -> moves.brought(path, statement(place))).orElse(0);
  }

  private Optional<FileChange> file(Place place) {
    return path(place).map(files::get);
  }

  private static Optional<Path> path(Place place) {
    try {
      return Optional.of(Path.of(place.file()).toRealPath());
    } catch (IOException | InvalidPathException gone) {
      return Optional.empty();
    }
  }
}
