package io.github.leakcheck.maven.report;

/** How words are set off: with colours, or not at all. */
public enum Style {
  PLAIN,
  COLOURED;

  /** What a piece of text is. */
  enum Ink {
    ERROR("1;31"),
    WARNING("1;33"),
    NOTE("1;36"),
    STRONG("1"),
    FRAME("1;34"),
    HELP("1;32");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }

  /** The text in this ink; it must not hold raw control characters. */
  String paint(Ink ink, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + ink.code + "m" + text + "\u001b[m";
  }
}
