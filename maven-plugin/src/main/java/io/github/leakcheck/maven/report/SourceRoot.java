package io.github.leakcheck.maven.report;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that reports count from: the repository's, so that review systems find the files. */
public final class SourceRoot {
  /** Characters that a segment of an address may hold as they are; a colon may not come first. */
  private static final String PLAIN = "-._~$!@,=";

  private final Path folder;
  private final Path real;

  private SourceRoot(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.real = real(this.folder);
  }

  /** The root of the git working tree around the folder; the folder itself if there is none. */
  public static SourceRoot around(Path executionRoot) {
    Path start = executionRoot.toAbsolutePath().normalize();
    for (Path at = start; at != null; at = at.getParent()) {
      // A file named .git marks linked working trees and submodules.
      if (Files.exists(at.resolve(".git"))) {
        return new SourceRoot(at);
      }
    }
    return new SourceRoot(start);
  }

  public Path folder() {
    return folder;
  }

  /** Percent-encoded address with forward slashes, relative to the root; empty if outside of it. */
  public Optional<String> address(Path file) {
    return inside(file).map(SourceRoot::encoded);
  }

  private Optional<Path> inside(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    if (whole.startsWith(folder)) {
      return Optional.of(folder.relativize(whole));
    }
    Path target = real(whole);
    return target.startsWith(real) ? Optional.of(real.relativize(target)) : Optional.empty();
  }

  /** Absolute address of a file. */
  public static String absolute(Path file) {
    URI address = file.toAbsolutePath().normalize().toUri();
    return "file://" + encoded(address.getPath());
  }

  /** Percent-encoded address of a relative path, with forward slashes. */
  static String encoded(Path relative) {
    StringBuilder joined = new StringBuilder();
    for (Path name : relative) {
      joined.append(joined.isEmpty() ? "" : "/").append(name);
    }
    return encoded(joined.toString());
  }

  static String encoded(String path) {
    StringBuilder address = new StringBuilder();
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean plain = c == '/' || isAsciiLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
      address.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return address.toString();
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException missing) {
      return path;
    }
  }
}
