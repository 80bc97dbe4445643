package io.github.leakcheck.catalog;

import static io.github.leakcheck.catalog.Xml.escaped;

import java.util.List;

/** The ruleset leakcheck/pmd/all.xml. */
final class PmdRuleset {
  private PmdRuleset() {}

  static String of(List<Rule> rules) {
    StringBuilder xml = new StringBuilder(Xml.HEAD);
    xml.append("<ruleset name=\"leakcheck\"\n");
    xml.append("    xmlns=\"http://pmd.sourceforge.net/ruleset/2.0.0\"\n");
    xml.append("    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n");
    xml.append("    xsi:schemaLocation=\"http://pmd.sourceforge.net/ruleset/2.0.0");
    xml.append(" https://pmd.sourceforge.io/ruleset_2_0_0.xsd\">\n");
    xml.append("  <description>Leak-prone code: what is acquired, registered or added and never");
    xml.append(" given back.</description>\n");
    rules.forEach(rule -> xml.append(rule(rule)));
    return xml.append("</ruleset>\n").toString();
  }

  private static String rule(Rule rule) {
    return "  <rule name=\""
        + rule.pmdName()
        + "\" language=\"java\" since=\""
        + rule.since()
        + "\"\n      class=\"io.github.leakcheck.source.LeakRule\"\n      message=\""
        + escaped(message(rule))
        + "\"\n      externalInfoUrl=\""
        + escaped(RuleLinks.page(rule))
        + "\">\n    <description>\n"
        + escaped(rule.leaks())
        + "\n    </description>\n    <priority>"
        + priority(rule)
        + "</priority>\n  </rule>\n";
  }

  /** PMD reads messages as patterns of java.text.MessageFormat. */
  private static String message(Rule rule) {
    return rule.title().replace("'", "''").replace("{", "'{'");
  }

  private static int priority(Rule rule) {
    return switch (rule.severity()) {
      case ERROR -> 1;
      case WARNING -> 2;
      case NOTE -> 4;
    };
  }
}
