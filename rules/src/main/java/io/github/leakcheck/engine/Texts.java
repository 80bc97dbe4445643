package io.github.leakcheck.engine;

import io.github.leakcheck.model.Place;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The texts of a scope's sources; a few are kept, as paths lead through few files at a time. */
public final class Texts {
  private static final int KEPT = 16;

  private final Sources sources;
  private final Charset encoding;
  private final TreeSet<String> notes = new TreeSet<>();
  private final TreeSet<String> failures = new TreeSet<>();
  private final Map<String, Optional<SourceText>> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<SourceText>> eldest) {
          return size() > KEPT;
        }
      };

  Texts(Sources sources, Charset encoding) {
    this.sources = sources;
    this.encoding = encoding;
  }

  /** Texts of the sources of a scope. */
  public static Texts of(Scope scope) {
    return new Texts(Sources.of(scope), scope.encoding());
  }

  /** The source line at a place, without its end; empty if the file cannot be read. */
  public synchronized String sourceLine(Place place) {
    return text(place.file()).map(text -> text.line(place.span().line())).orElse("");
  }

  /** The lines of a source file; none if it cannot be read. */
  public synchronized List<String> lines(String file) {
    return text(file).map(SourceText::lines).orElse(List.of());
  }

  /** Files that could not be read as declared, one line each. */
  List<String> notes() {
    return new ArrayList<>(notes);
  }

  /** Those of the notes that tell of a file that could not be read at all. */
  List<String> failures() {
    return new ArrayList<>(failures);
  }

  /** The absolute path of a file among the sources, else the name itself. */
  String path(String name) {
    return sources.find(name).map(file -> file.path().toString()).orElse(name);
  }

  String inside(String name) {
    return sources.inside(name);
  }

  Optional<SourceText> text(String name) {
    return kept.computeIfAbsent(
        path(name), path -> sources.find(path).flatMap(file -> read(file.path(), file.inside())));
  }

  private Optional<SourceText> read(Path path, String inside) {
    try {
      SourceText text = SourceText.read(path, encoding);
      if (!text.clean()) {
        notes.add(inside + " is not " + encoding + " text: odd characters were replaced");
      }
      return Optional.of(text);
    } catch (UncheckedIOException e) {
      String failure = "cannot read " + inside + ": " + e.getCause().getMessage();
      notes.add(failure);
      failures.add(failure);
      return Optional.empty();
    }
  }
}
