package io.github.leakcheck.maven.report;

/**
 * Text as a terminal may show it: one line, tabs expanded, control characters, invisible and
 * direction-changing ones spelled out ({@code \\u001b}), and the column each original character
 * starts at. Analysed code is not ours: nothing of it reaches a terminal raw.
 *
 * @param columns display column, from 0, of each UTF-16 unit of the original; its last element is
 *     the width of the whole
 */
record Shown(String text, int[] columns) {
  private static final int TAB = 4;

  /** The text alone. */
  static String text(String raw) {
    return of(raw).text();
  }

  static Shown of(String raw) {
    StringBuilder text = new StringBuilder(raw.length() + 16);
    int[] columns = new int[raw.length() + 1];
    int column = 0;
    for (int i = 0; i < raw.length(); ) {
      int point = raw.codePointAt(i);
      int units = Character.charCount(point);
      String cell = cell(point);
      for (int unit = 0; unit < units; unit++) {
        columns[i + unit] = column;
      }
      text.append(cell);
      column += cell.codePointCount(0, cell.length()) == 1 ? width(point) : cell.length();
      i += units;
    }
    columns[raw.length()] = column;
    return new Shown(text.toString(), columns);
  }

  /** Columns the text takes. */
  int width() {
    return columns[columns.length - 1];
  }

  /** Display column, from 0, of a column of the source that counts from 1; ends count as well. */
  int column(int sourceColumn) {
    return columns[Math.max(0, Math.min(sourceColumn - 1, columns.length - 1))];
  }

  private static String cell(int point) {
    if (point == '\t') {
      return " ".repeat(TAB);
    }
    if (isHarmful(point)) {
      StringBuilder spelled = new StringBuilder();
      for (char unit : Character.toChars(point)) {
        spelled.append(String.format("\\u%04x", (int) unit));
      }
      return spelled.toString();
    }
    return Character.toString(point);
  }

  private static boolean isHarmful(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static int width(int point) {
    if (point == '\t') {
      return TAB;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  /** East Asian wide and full-width forms and emoji (Unicode Standard Annex 11), in blocks. */
  private static boolean isWide(int point) {
    return point >= 0x1100 && point <= 0x115f
        || point >= 0x2e80 && point <= 0x303e
        || point >= 0x3041 && point <= 0xa4cf
        || point >= 0xa960 && point <= 0xa97c
        || point >= 0xac00 && point <= 0xd7a3
        || point >= 0xf900 && point <= 0xfaff
        || point >= 0xfe30 && point <= 0xfe6f
        || point >= 0xff00 && point <= 0xff60
        || point >= 0xffe0 && point <= 0xffe6
        || point >= 0x1f300 && point <= 0x1f64f
        || point >= 0x1f680 && point <= 0x1f6ff
        || point >= 0x1f900 && point <= 0x1faff
        || point >= 0x20000 && point <= 0x3fffd;
  }
}
