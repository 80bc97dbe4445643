package io.github.leakcheck.maven.report;

import io.github.leakcheck.model.Span;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a source file by lines; empty where the file cannot be read. */
final class SourceText {
  private static final String EDGES = ";{}";

  private final String text;

  private SourceText(String text) {
    this.text = text;
  }

  static SourceText read(Path file, Charset encoding) {
    try {
      return of(new String(Files.readAllBytes(file), encoding));
    } catch (IOException unreadable) {
      return of("");
    }
  }

  static SourceText of(String text) {
    return new SourceText(text);
  }

  String text() {
    return text;
  }

  /** A line without its end, counted from 1; empty if there is none. */
  String line(int number) {
    int start = startOf(number);
    return start < 0 ? "" : text.substring(start, endOf(start));
  }

  /** The characters of a region; those of its whole line if inexact. */
  String region(Span span) {
    return text.substring(from(span), to(span));
  }

  /** The characters of a region without white space; those of its whole line if inexact. */
  String compact(Span span) {
    return withoutSpace(region(span));
  }

  /** The statement around a region without white space: what stands between {@code ; { }}. */
  String statement(Span span) {
    int start = from(span);
    int end = to(span);
    while (start > 0 && EDGES.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    while (end < text.length() && EDGES.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return withoutSpace(text.substring(start, end));
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

  private static String withoutSpace(String part) {
    return part.replaceAll("\\s+", "");
  }
}
