package io.github.leakcheck.maven.report;

import java.util.regex.Pattern;

/** Markdown for readers that show it as it is: without marks, each paragraph on one line. */
final class PlainText {
  private static final Pattern OWN_LINE = Pattern.compile("\\s*([-*|] ?|\\d+\\. ).*");

  private final StringBuilder text = new StringBuilder();
  private boolean inCode;
  private boolean inParagraph;

  private PlainText() {}

  static String of(String markdown) {
    PlainText plain = new PlainText();
    markdown.strip().lines().forEach(plain::add);
    return plain.text.toString().strip();
  }

  private void add(String line) {
    if (line.startsWith("```")) {
      inCode = !inCode;
      inParagraph = false;
    } else if (inCode) {
      text.append('\n').append(line);
    } else if (line.isBlank()) {
      text.append('\n');
      inParagraph = false;
    } else {
      boolean joins = inParagraph && !OWN_LINE.matcher(line).matches();
      text.append(joins ? ' ' : '\n').append(unmarked(joins ? line.strip() : line));
      inParagraph = true;
    }
  }

  private static String unmarked(String line) {
    return line.replaceFirst("^#+ +", "").replace("`", "");
  }
}
