package io.github.leakcheck.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table of rules in the README at the top, between its two marks; the rest is left alone. */
final class FrontPage {
  private static final String START = "<!-- rules: generated from the rules' folders -->\n";
  private static final String END = "<!-- end of rules -->\n";

  private FrontPage() {}

  static String with(List<Rule> rules, String readme) {
    String page = readme.replace("\r\n", "\n");
    int start = page.indexOf(START);
    int end = page.indexOf(END);
    if (start < 0 || end < start) {
      throw new IllegalStateException("README.md lacks the marks of the table of rules");
    }
    return page.substring(0, start + START.length()) + table(rules) + page.substring(end);
  }

  private static String table(List<Rule> rules) {
    return rules.stream()
        .map(FrontPage::row)
        .collect(
            Collectors.joining(
                "", "| rule | what leaks | check | severity |\n| --- | --- | --- | --- |\n", ""));
  }

  private static String row(Rule rule) {
    return "| [%s](docs/rules/%s.md) | %s | `%s` | %s |\n"
        .formatted(
            rule.id(),
            rule.id(),
            rule.title(),
            rule.check(),
            rule.severity().name().toLowerCase(Locale.ROOT));
  }
}
