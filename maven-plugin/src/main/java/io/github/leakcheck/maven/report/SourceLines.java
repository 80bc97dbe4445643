package io.github.leakcheck.maven.report;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines of source files, the last few files kept. Undecodable bytes are replaced. */
public final class SourceLines {
  private static final int KEPT = 4;
  private static final long LARGEST = 16L << 20;

  private final Charset encoding;
  private final Map<String, List<String>> files =
      new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
          return size() > KEPT;
        }
      };

  public SourceLines(Charset encoding) {
    this.encoding = encoding;
  }

  /** Lines of a file; empty when it cannot be read, is not an absolute path or is very large. */
  List<String> lines(String file) {
    return files.computeIfAbsent(file, this::read);
  }

  private List<String> read(String file) {
    try {
      Path path = Path.of(file);
      if (!path.isAbsolute() || !Files.isRegularFile(path) || Files.size(path) > LARGEST) {
        return List.of();
      }
      return new String(Files.readAllBytes(path), encoding).lines().toList();
    } catch (IOException | InvalidPathException unreadable) {
      return List.of();
    }
  }
}
