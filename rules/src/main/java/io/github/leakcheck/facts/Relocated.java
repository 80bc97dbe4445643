package io.github.leakcheck.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names of classes that somebody ships below a package of his own, as shading plugins do: {@code
 * org.example.shaded.com.google.common.io.Closer}.
 */
public final class Relocated {
  /** First words of packages that are taken for one wherever they stand. */
  private static final Set<String> ANYWHERE = Set.of("com", "org");

  /** Those that are words of packages as well, and are taken for the first only behind a mark. */
  private static final Set<String> BEHIND_MARK =
      Set.of("net", "io", "javax", "jakarta", "okhttp3", "okio", "retrofit2", "reactor");

  /** Words that tell of relocated packages. */
  private static final Set<String> MARKS =
      Set.of(
          "shaded",
          "shade",
          "shadow",
          "relocated",
          "repackaged",
          "repackage",
          "repack",
          "thirdparty",
          "internal",
          "vendor",
          "deps");

  /** What is left of first words that were cut off with the move. */
  private static final Map<String, String> CUT =
      Map.of(
          "apache", "org.apache",
          "google", "com.google",
          "fasterxml", "com.fasterxml",
          "netty", "io.netty");

  private Relocated() {}

  /** The name that the class had before it was moved; the same name if it was not. */
  public static String original(String type) {
    List<String> words = Arrays.asList(type.split("\\."));
    for (int i = 2; i < words.size() - 2; i++) {
      String word = words.get(i);
      boolean marked = MARKS.contains(words.get(i - 1));
      if (ANYWHERE.contains(word) || marked && BEHIND_MARK.contains(word)) {
        return String.join(".", words.subList(i, words.size()));
      }
      if (marked && CUT.containsKey(word)) {
        return CUT.get(word) + "." + String.join(".", words.subList(i + 1, words.size()));
      }
    }
    return type;
  }
}
