package io.github.leakcheck.maven.text;

import io.github.leakcheck.model.Span;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The text of a source file by lines; empty where the file cannot be read. */
public final class SourceText {
  private static final String EDGES = ";{}";
  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\b(?!(?:new|try|catch|finally|return|throw|final|this|super|null|true|false|if|else|for|while)\\b)[a-z]\\w*\\b(?![(\\w])");

  private final String text;

  /** The text with its comments blanked, so that the places are the same; made when first asked. */
  private String code;

  private SourceText(String text) {
    this.text = text;
  }

  public static SourceText read(Path file, Charset encoding) {
    try {
      return of(new String(Files.readAllBytes(file), encoding));
    } catch (IOException unreadable) {
      return of("");
    }
  }

  public static SourceText of(String text) {
    return new SourceText(text);
  }

  public String text() {
    return text;
  }

  /** A line without its end, counted from 1; empty if there is none. */
  public String line(int number) {
    int start = startOf(number);
    return start < 0 ? "" : text.substring(start, endOf(start));
  }

  /** The characters of a region; those of its whole line if inexact. */
  public String region(Span span) {
    return text.substring(from(span), to(span));
  }

  /** The code of a region in its plain form; that of its whole line if inexact. */
  public String expression(Span span) {
    return plain(code().substring(from(span), to(span)));
  }

  /** The statement around a region in its plain form: what stands between {@code ; { }}. */
  public String statement(Span span) {
    int start = from(span);
    int end = to(span);
    while (start > 0 && EDGES.indexOf(code().charAt(start - 1)) < 0) {
      start--;
    }
    while (end < text.length() && EDGES.indexOf(code().charAt(end)) < 0) {
      end++;
    }
    return plain(code().substring(start, end));
  }

  /** All statements in their plain form, in order. */
  public List<String> statements() {
    return Arrays.stream(code().split("[" + EDGES + "]"))
        .map(SourceText::plain)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  /** A plain statement with the names of its variables left open. */
  public static String shape(String statement) {
    return VARIABLE.matcher(statement).replaceAll("_");
  }

  /** All the code in its plain form. */
  public String plain() {
    return plain(code());
  }

  private String code() {
    if (code == null) {
      code = Comments.blanked(text);
    }
    return code;
  }

  private int from(Span span) {
    int line = startOf(span.line());
    return line < 0 ? 0 : Math.min(endOf(line), line + Math.max(span.column() - 1, 0));
  }

  private int to(Span span) {
    int start = from(span);
    int line = startOf(Math.max(span.endLine(), span.line()));
    if (line < 0) {
      return start;
    }
    int end = span.endColumn() > 0 ? line + span.endColumn() - 1 : endOf(line);
    return Math.max(start, Math.min(endOf(line), end));
  }

  private int startOf(int number) {
    int start = number > 0 ? 0 : -1;
    for (int line = 1; line < number && start >= 0; line++) {
      start = afterLine(start);
    }
    return start;
  }

  /** Start of the next line, -1 if the line is the last. Line ends: LF, CR LF, CR. */
  private int afterLine(int start) {
    int end = endOf(start);
    if (end == text.length()) {
      return -1;
    }
    return text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }

  private int endOf(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Free of layout: white space only where it keeps two words apart. */
  private static String plain(String part) {
    StringBuilder plain = new StringBuilder(part.length());
    boolean gap = false;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (Character.isWhitespace(c)) {
        gap = !plain.isEmpty();
        continue;
      }
      if (gap && isWord(c) && isWord(plain.charAt(plain.length() - 1))) {
        plain.append(' ');
      }
      gap = false;
      plain.append(c);
    }
    return plain.toString();
  }

  private static boolean isWord(char c) {
    return Character.isJavaIdentifierPart(c);
  }
}
