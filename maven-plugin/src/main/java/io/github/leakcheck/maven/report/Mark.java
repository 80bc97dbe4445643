package io.github.leakcheck.maven.report;

import io.github.leakcheck.model.Span;

/**
 * A region of a source file with a few words about it.
 *
 * @param span with a line above 0
 * @param label may be empty
 * @param primary whether the finding stands here; others only tell how it came to it
 */
record Mark(Span span, String label, boolean primary) {
  /** First column, from 1; the first that is not blank where only the line is known. */
  int start(String line) {
    return span.isExact() ? span.column() : indent(line) + 1;
  }

  /** Column behind the region; the line's end when it goes on below or only the line is known. */
  int end(String line) {
    boolean oneLine = span.isExact() && span.endLine() == span.line();
    int end = oneLine ? span.endColumn() : line.stripTrailing().length() + 1;
    return Math.max(end, start(line) + 1);
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
