package io.github.leakcheck.maven.report;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.maven.report.Style.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rules as text for people at a terminal. */
public final class RuleText {
  private final Style style;

  public RuleText(Style style) {
    this.style = style;
  }

  /** One line a rule: id, severity, what is wrong. */
  public String list(List<Rule> rules) {
    int id = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    return rules.stream()
        .map(
            rule ->
                style.paint(Ink.STRONG, ("%-" + id + "s").formatted(rule.id()))
                    + "  %-7s  %s".formatted(severity(rule), rule.title()))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /** All that is known of a rule, in the order a reader needs it. */
  public String explain(Rule rule) {
    List<String> parts = new ArrayList<>();
    parts.add(style.paint(Ink.STRONG, rule.id()) + ": " + rule.title());
    parts.add(
        "%s, found by the check %s, since %s%s"
            .formatted(severity(rule), rule.check(), rule.since(), weaknesses(rule)));
    section(parts, "What leaks", rule.leaks());
    section(parts, "Why it hurts", rule.hurts());
    section(parts, "Fix", rule.fix());
    section(parts, "When it is not a leak", rule.fine());
    return String.join(System.lineSeparator().repeat(2), parts);
  }

  private void section(List<String> parts, String title, String text) {
    if (!text.isBlank()) {
      parts.add(style.paint(Ink.STRONG, title) + System.lineSeparator() + text.strip());
    }
  }

  private static String severity(Rule rule) {
    return rule.severity().name().toLowerCase(Locale.ROOT);
  }

  private static String weaknesses(Rule rule) {
    return rule.cwe().stream().map(number -> ", CWE-" + number).collect(Collectors.joining());
  }
}
