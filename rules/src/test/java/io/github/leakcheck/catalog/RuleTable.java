package io.github.leakcheck.catalog;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page docs/rules/README.md: all rules by the check that judges them. */
final class RuleTable {
  private RuleTable() {}

  static String of(List<Rule> rules) {
    StringBuilder page =
        new StringBuilder(
            RulePage.GENERATED.replace(
                "the rule's folder; edit that one", "the rules' folders; edit those"));
    page.append("# Rules\n\n");
    page.append(rules.size()).append(" rules, by the check that judges them.\n");
    rules.stream()
        .collect(Collectors.groupingBy(Rule::check, TreeMap::new, Collectors.toList()))
        .forEach((check, members) -> page.append(section(check, members)));
    return page.toString();
  }

  private static String section(String check, List<Rule> rules) {
    return rules.stream()
        .map(RuleTable::row)
        .collect(
            Collectors.joining(
                "", "\n## " + check + "\n\n| rule | what | severity |\n| --- | --- | --- |\n", ""));
  }

  private static String row(Rule rule) {
    return "| [%s](%s.md) | %s | %s |\n"
        .formatted(
            rule.id(), rule.id(), rule.title(), rule.severity().name().toLowerCase(Locale.ROOT));
  }
}
