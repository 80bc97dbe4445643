package io.github.leakcheck.catalog;

import static io.github.leakcheck.catalog.Xml.escaped;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** What SpotBugs reads of a plugin: findbugs.xml, messages.xml and bugrank.txt. */
final class SpotBugsRegistries {
  private static final String DETECTOR = "io.github.leakcheck.bytecode.LeakDetector";

  /** Checks whose leaks are memory that piles up; the others lose handles of the system. */
  private static final Set<String> HEAP_CHECKS = Set.of("grows-forever", "outlives");

  private SpotBugsRegistries() {}

  static String findbugs(List<Rule> rules) {
    String types = rules.stream().map(Rule::spotBugsType).collect(Collectors.joining(","));
    StringBuilder xml = new StringBuilder(Xml.HEAD);
    xml.append("<FindbugsPlugin xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n");
    xml.append("    xsi:noNamespaceSchemaLocation=\"findbugsplugin.xsd\"\n");
    xml.append("    pluginid=\"io.github.leakcheck\" provider=\"leakcheck\"\n");
    xml.append("    website=\"").append(RuleLinks.HOME).append("\">\n");
    xml.append("  <Detector class=\"").append(DETECTOR).append("\" speed=\"moderate\"\n");
    xml.append("      reports=\"").append(types).append("\"/>\n");
    for (Rule rule : rules) {
      xml.append("  <BugPattern abbrev=\"LEAK\" type=\"").append(rule.spotBugsType());
      xml.append("\" category=\"").append(category(rule)).append('"');
      rule.cwe().stream().findFirst().ifPresent(cwe -> xml.append(attribute("cweid", cwe)));
      xml.append("/>\n");
    }
    return xml.append("</FindbugsPlugin>\n").toString();
  }

  private static String attribute(String name, int value) {
    return " " + name + "=\"" + value + "\"";
  }

  /**
   * BAD_PRACTICE is where SpotBugs keeps its own patterns of open streams and database resources,
   * so users' category filters treat ours alike; what only grows costs memory: PERFORMANCE.
   */
  private static String category(Rule rule) {
    return HEAP_CHECKS.contains(rule.check()) ? "PERFORMANCE" : "BAD_PRACTICE";
  }

  static String messages(List<Rule> rules) {
    StringBuilder xml = new StringBuilder(Xml.HEAD);
    xml.append("<MessageCollection xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n");
    xml.append("    xsi:noNamespaceSchemaLocation=\"messagecollection.xsd\">\n");
    xml.append("  <Plugin>\n    <ShortDescription>leakcheck</ShortDescription>\n");
    xml.append("    <Details>Finds leak-prone code.</Details>\n");
    xml.append("    <BugsUrl>").append(RuleLinks.HOME).append("/tree/main/docs/rules</BugsUrl>\n");
    xml.append("  </Plugin>\n  <Detector class=\"").append(DETECTOR).append("\">\n");
    xml.append("    <Details>Finds what is acquired, registered or added and never given back.");
    xml.append("</Details>\n  </Detector>\n");
    rules.forEach(rule -> xml.append(pattern(rule)));
    xml.append("  <BugCode abbrev=\"LEAK\">Leak</BugCode>\n");
    return xml.append("</MessageCollection>\n").toString();
  }

  private static String pattern(Rule rule) {
    return "  <BugPattern type=\""
        + rule.spotBugsType()
        + "\">\n    <ShortDescription>"
        + escaped(rule.title())
        + "</ShortDescription>\n    <LongDescription>"
        + escaped(rule.title())
        + " in {1}</LongDescription>\n    <Details>"
        + escaped(details(rule))
        + "</Details>\n  </BugPattern>\n";
  }

  private static String details(Rule rule) {
    String markdown =
        String.join(
            "\n\n",
            rule.leaks(),
            "**Why it hurts.** " + rule.hurts(),
            "**Fix.** " + rule.fix(),
            "**When it is not a leak.** " + rule.fine(),
            "[More](" + RuleLinks.page(rule) + ")");
    return HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));
  }

  /** Ranks by severity: scary, troubling, of concern; SpotBugs itself lowers them by priority. */
  static String bugrank(List<Rule> rules) {
    StringBuilder lines = new StringBuilder();
    for (Rule rule : rules) {
      int rank =
          switch (rule.severity()) {
            case ERROR -> 8;
            case WARNING -> 12;
            case NOTE -> 16;
          };
      lines.append(rank).append(" BugPattern ").append(rule.spotBugsType()).append('\n');
    }
    return lines.toString();
  }
}
