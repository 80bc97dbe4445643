package io.github.leakcheck.maven.text;

/** Finds the comments of Java code, and of languages that write them alike. */
final class Comments {
  private static final String TEXT_BLOCK = "\"\"\"";

  private final String text;
  private final StringBuilder blanked;
  private int at;

  private Comments(String text) {
    this.text = text;
    this.blanked = new StringBuilder(text);
  }

  /** The text with spaces for comments; line ends stay, and so does the place of all else. */
  static String blanked(String text) {
    Comments comments = new Comments(text);
    while (comments.at < text.length()) {
      comments.step();
    }
    return comments.blanked.toString();
  }

  private void step() {
    char c = text.charAt(at);
    if (text.startsWith("//", at)) {
      blank(endOfLine());
    } else if (text.startsWith("/*", at)) {
      blank(after("*/", at + 2));
    } else if (text.startsWith(TEXT_BLOCK, at)) {
      skipTextBlock();
    } else if (c == '"' || c == '\'') {
      skipLiteral(c);
    } else {
      at++;
    }
  }

  private void blank(int end) {
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (c != '\n' && c != '\r') {
        blanked.setCharAt(at, ' ');
      }
    }
  }

  private void skipTextBlock() {
    at += TEXT_BLOCK.length();
    while (at < text.length() && !text.startsWith(TEXT_BLOCK, at)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(text.length(), at + TEXT_BLOCK.length());
  }

  /** A literal never closed ends with its line. */
  private void skipLiteral(char quote) {
    int end = endOfLine();
    at++;
    while (at < end && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(end, at) + (at < end ? 1 : 0);
  }

  private int endOfLine() {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int after(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }
}
