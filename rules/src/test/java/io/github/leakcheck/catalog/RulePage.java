package io.github.leakcheck.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page docs/rules/&lt;rule&gt;.md. */
final class RulePage {
  static final String GENERATED = "<!-- Generated from the rule's folder; edit that one. -->\n";

  private final Rule rule;
  private final KnownLimits limits;

  private RulePage(Rule rule, KnownLimits limits) {
    this.rule = rule;
    this.limits = limits;
  }

  static String of(Rule rule, KnownLimits limits) {
    RulePage page = new RulePage(rule, limits);
    return String.join(
            "\n\n",
            GENERATED + "# " + rule.title() + " (`" + rule.id() + "`)",
            page.facts(),
            section(RuleReader.LEAKS, rule.leaks()),
            section(RuleReader.HURTS, rule.hurts()),
            section(RuleReader.FIX, rule.fix()),
            section(RuleReader.FINE, rule.fine()) + page.knownLimits(),
            section("Suppress", page.suppress()),
            section("What it knows", page.knowledge()))
        + "\n";
  }

  private static String section(String title, String body) {
    return "## " + title + "\n\n" + body;
  }

  private String facts() {
    String cwe =
        rule.cwe().stream()
            .map(n -> "[CWE-" + n + "](https://cwe.mitre.org/data/definitions/" + n + ".html)")
            .collect(Collectors.joining(", "));
    return "| | |\n| --- | --- |\n"
        + row("Severity", rule.severity().name().toLowerCase(Locale.ROOT))
        + row("Check", "`" + rule.check() + "`")
        + row("Since", rule.since())
        + (cwe.isEmpty() ? "" : row("CWE", cwe))
        + row("PMD rule", "`" + rule.pmdName() + "`")
        + row("SpotBugs type", "`" + rule.spotBugsType() + "`").stripTrailing();
  }

  private static String row(String name, String value) {
    return "| " + name + " | " + value + " |\n";
  }

  private String knownLimits() {
    return bullets("\n\n## Known limits", "\n\nNot found yet:\n", limits.missed())
        + bullets(
            limits.missed().isEmpty() ? "\n\n## Known limits" : "",
            "\n\nReported though it is fine:\n",
            limits.noise());
  }

  private static String bullets(String title, String lead, List<String> reasons) {
    return reasons.isEmpty()
        ? ""
        : reasons.stream()
            .map(why -> "\n* " + why)
            .collect(Collectors.joining("", title + lead, ""));
  }

  private String suppress() {
    return "`@SuppressWarnings(\"leakcheck:"
        + rule.id()
        + "\")` on the member or class, or on the line or the one above\n"
        + "`// leakcheck:ignore "
        + rule.id()
        + " why`. PMD and SpotBugs honour their own marks, too.";
  }

  private String knowledge() {
    return "```\n" + rule.apis().stream().map(RulePage::line).collect(Collectors.joining()) + "```";
  }

  private static String line(Api api) {
    StringBuilder line = new StringBuilder(api.role().word()).append(' ');
    line.append(SignatureReader.write(api.signature()));
    api.undo().ifPresent(undo -> line.append(" undo ").append(SignatureReader.write(undo)));
    for (Key key : Key.values()) {
      api.key(key)
          .ifPresent(value -> line.append(' ').append(key.word()).append(' ').append(value));
    }
    if (!api.why().isEmpty()) {
      line.append("  # ").append(api.why());
    }
    return line.append('\n').toString();
  }
}
