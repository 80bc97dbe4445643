package io.github.leakcheck.model;

/**
 * A region of one source file. Lines and columns count from 1; {@code endColumn} is exclusive. 0
 * means unknown: class files know lines but no columns.
 */
public record Span(int line, int column, int endLine, int endColumn) {
  /** Nothing is known of the place. */
  public static final Span UNKNOWN = new Span(0, 0, 0, 0);

  /** Only the line is known. */
  public static Span ofLine(int line) {
    return new Span(line, 0, line, 0);
  }

  /** Whether columns are known, so that the region can be shown in a review. */
  public boolean isExact() {
    return column > 0;
  }
}
