package io.github.leakcheck.check.close;

import java.util.List;
import java.util.Set;

/**
 * The JDK's own classes, and Android's, whose published bodies are empty: judged by signature and
 * catalogue, never by body.
 */
final class Platform {
  private static final List<String> PREFIXES =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "sun.",
          "com.sun.",
          "jakarta.",
          "android.",
          "org.w3c.dom.",
          "org.xml.sax.");

  /** What bytes and characters are read from and written to. */
  static final Set<String> STREAMS =
      Set.of("java.io.InputStream", "java.io.OutputStream", "java.io.Reader", "java.io.Writer");

  private Platform() {}

  static boolean owns(String type) {
    return PREFIXES.stream().anyMatch(type::startsWith);
  }
}
