package io.github.leakcheck.maven.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The source files one report needs, each read once. */
public final class Sources {
  private final Map<Path, SourceText> texts = new HashMap<>();
  private final Map<Path, List<String>> hashes = new HashMap<>();

  /** Text of the file; empty if it cannot be read or the path is relative. */
  public SourceText of(Path file, Charset encoding) {
    if (!file.isAbsolute()) {
      return SourceText.of("");
    }
    return texts.computeIfAbsent(file, path -> SourceText.read(path, encoding));
  }

  /** GitHub's hash of the line; null if there is no such line. */
  public String lineHash(Path file, int line) {
    // Uploads are hashed as UTF-8 whatever the project's encoding.
    List<String> lines =
        hashes.computeIfAbsent(
            file, path -> LineHashes.of(SourceText.read(path, StandardCharsets.UTF_8).text()));
    return line > 0 && line <= lines.size() ? lines.get(line - 1) : null;
  }
}
