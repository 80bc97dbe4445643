package io.github.leakcheck.engine;

/**
 * Cuts Java text into words and single characters; comments, literals and blanks are left out. It
 * never fails: what is not Java comes out as odd tokens.
 */
final class Tokens {
  private static final String END = "";

  private final String text;
  private int at;
  private int line = 1;
  private String current = END;
  private int currentLine = 1;
  private int previousLine = 1;

  Tokens(String text) {
    this.text = text;
    advance();
  }

  /** The token to be taken next; empty at the end. */
  String peek() {
    return current;
  }

  boolean atEnd() {
    return current.isEmpty();
  }

  /** Line of {@link #peek()}. */
  int line() {
    return currentLine;
  }

  /** Line of the token taken last. */
  int previousLine() {
    return previousLine;
  }

  String take() {
    String taken = current;
    previousLine = currentLine;
    advance();
    return taken;
  }

  boolean is(char c) {
    return current.length() == 1 && current.charAt(0) == c;
  }

  static boolean isWord(String token) {
    return !token.isEmpty() && Character.isJavaIdentifierStart(token.charAt(0));
  }

  private void advance() {
    skipBlanks();
    currentLine = line;
    if (at >= text.length()) {
      current = END;
      return;
    }
    char c = text.charAt(at);
    if (Character.isJavaIdentifierPart(c)) {
      int start = at;
      while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
      current = text.substring(start, at);
    } else if (c == '"') {
      skipString();
      current = "\"";
    } else if (c == '\'') {
      skipQuoted('\'');
      current = "'";
    } else {
      at++;
      current = String.valueOf(c);
    }
  }

  private void skipBlanks() {
    while (at < text.length()) {
      if (text.startsWith("//", at)) {
        skipUntil("\n", 0);
      } else if (text.startsWith("/*", at)) {
        at += 2;
        skipUntil("*/", 2);
      } else if (text.charAt(at) <= ' ') {
        step();
      } else {
        return;
      }
    }
  }

  private void skipUntil(String end, int length) {
    while (at < text.length() && !text.startsWith(end, at)) {
      if (end.equals("\n") && text.charAt(at) == '\r') {
        return;
      }
      step();
    }
    at = Math.min(text.length(), at + length);
  }

  private void skipString() {
    if (!text.startsWith("\"\"\"", at)) {
      skipQuoted('"');
      return;
    }
    at += 3;
    while (at < text.length() && !text.startsWith("\"\"\"", at)) {
      if (text.charAt(at) == '\\') {
        step();
      }
      step();
    }
    at = Math.min(text.length(), at + 3);
  }

  /** Stops at the end of the line: an unclosed literal must not swallow the file. */
  private void skipQuoted(char quote) {
    at++;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at < text.length() && text.charAt(at) == quote) {
      at++;
    }
    at = Math.min(at, text.length());
  }

  private void step() {
    if (at >= text.length()) {
      return;
    }
    char c = text.charAt(at++);
    if (c == '\n' || c == '\r' && (at >= text.length() || text.charAt(at) != '\n')) {
      line++;
    }
  }
}
