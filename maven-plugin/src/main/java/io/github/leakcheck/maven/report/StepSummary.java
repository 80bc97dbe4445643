package io.github.leakcheck.maven.report;

import io.github.leakcheck.engine.GuestRule;
import java.util.List;
import java.util.Locale;

/** Findings as Markdown, for the page that GitHub shows of a job. */
public final class StepSummary {
  /** GitHub takes a megabyte a step, and nobody reads more. */
  private static final int MOST = 100;

  private StepSummary() {}

  /**
   * A heading, a table, and how many rows it lacks.
   *
   * @param files address that names of files can be added to; empty if there is none
   * @param more where to find all of it
   */
  public static String of(List<Remark> remarks, String files, String more) {
    StringBuilder page = new StringBuilder("### leakcheck: ");
    page.append(remarks.isEmpty() ? "no leaks found" : Remark.tally(remarks).words());
    page.append("\n\n");
    if (remarks.isEmpty()) {
      return page.toString();
    }
    page.append("| severity | place | what leaks | rule |\n| --- | --- | --- | --- |\n");
    remarks.stream().limit(MOST).forEach(remark -> page.append(row(remark, files)));
    if (remarks.size() > MOST) {
      page.append("\n").append(remarks.size() - MOST).append(" more in ").append(code(more));
      page.append("\n");
    }
    return page.append("\n").toString();
  }

  private static String row(Remark remark, String files) {
    String place = code(remark.place());
    if (!files.isEmpty()) {
      String line = remark.line() > 0 ? "#L" + remark.line() : "";
      place = "[" + place + "](" + files + SourceRoot.encoded(remark.file()) + line + ")";
    }
    return "| %s | %s | %s | %s |\n"
        .formatted(
            remark.severity().name().toLowerCase(Locale.ROOT),
            place,
            text(remark.message()),
            rule(remark.rule()));
  }

  /** With the address of its page if it is one of ours. */
  private static String rule(String id) {
    return GuestRule.isId(id) ? code(id) : "[" + id + "](" + SarifRules.PAGES + id + ".md)";
  }

  /** Findings quote code in backticks: these stay code, all else is only text. */
  private static String text(String message) {
    StringBuilder text = new StringBuilder();
    String[] parts = message.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean quoted = i % 2 == 1 && i + 1 < parts.length;
      text.append(quoted ? code(parts[i]) : plain(parts[i]));
    }
    return text.toString();
  }

  private static String plain(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>#|!~&@])", "\\\\$1");
  }

  /** A bar would end the cell, inside of code too. */
  private static String code(String text) {
    String inner = text.replace("`", "'").replace("|", "\\|");
    return inner.isEmpty() ? "" : "`" + inner + "`";
  }
}
