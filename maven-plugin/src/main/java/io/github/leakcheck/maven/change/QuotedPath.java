package io.github.leakcheck.maven.change;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Paths as git quotes them: {@code "a/\303\244.java"}. */
final class QuotedPath {
  private static final String LETTERS = "abtnvfr";
  private static final String MEANT = "\u0007\b\t\n\u000b\f\r";

  private QuotedPath() {}

  static String read(String quoted) {
    ByteArrayOutputStream path = new ByteArrayOutputStream();
    int end = quoted.length() - (quoted.endsWith("\"") ? 1 : 0);
    for (int i = 1; i < end; i++) {
      char c = quoted.charAt(i);
      if (c != '\\' || i + 1 >= end) {
        path.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
      } else if (isOctal(quoted, i + 1, end)) {
        path.write(Integer.parseInt(quoted.substring(i + 1, i + 4), 8));
        i += 3;
      } else {
        path.write(meant(quoted.charAt(++i)));
      }
    }
    return path.toString(StandardCharsets.UTF_8);
  }

  private static boolean isOctal(String text, int from, int end) {
    return from + 3 <= end && text.substring(from, from + 3).matches("[0-3][0-7]{2}");
  }

  private static char meant(char letter) {
    int known = LETTERS.indexOf(letter);
    return known < 0 ? letter : MEANT.charAt(known);
  }
}
