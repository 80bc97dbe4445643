package io.github.leakcheck.maven.report;

import com.google.gson.JsonObject;
import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.engine.GuestRule;
import io.github.leakcheck.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The rules as SARIF describes them, and their positions. */
final class SarifRules {
  static final String PAGES = SarifReport.HOME + "/blob/main/docs/rules/";

  private final Map<String, Object> descriptors = new TreeMap<>();

  /**
   * The rules of a report.
   *
   * @param guests descriptions of rules of others, as {@link #guests} made them
   */
  SarifRules(List<Rule> rules, List<JsonObject> guests) {
    rules.forEach(rule -> descriptors.put(rule.id(), descriptor(rule)));
    guests.forEach(rule -> descriptors.putIfAbsent(rule.get("id").getAsString(), rule));
  }

  static List<Json> guests(List<GuestRule> rules) {
    return rules.stream().map(SarifRules::descriptor).toList();
  }

  /** Positions of the rules in {@link #descriptors}. */
  Map<String, Integer> positions() {
    Map<String, Integer> positions = new HashMap<>();
    descriptors.keySet().forEach(id -> positions.put(id, positions.size()));
    return positions;
  }

  List<Object> descriptors() {
    return List.copyOf(descriptors.values());
  }

  static String level(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static Json descriptor(Rule rule) {
    return Json.of("id", rule.id())
        .and("name", rule.pmdName())
        .and("shortDescription", Json.of("text", sentence(rule.title())))
        .and("fullDescription", Json.of("text", PlainText.of(rule.leaks())))
        .and("helpUri", PAGES + rule.id() + ".md")
        .and("help", Json.of("text", PlainText.of(markdown(rule))).and("markdown", markdown(rule)))
        .and("defaultConfiguration", Json.of("level", level(rule.severity())))
        .and("properties", Json.of("tags", tags(rule)).and("precision", precision(rule)));
  }

  private static Json descriptor(GuestRule rule) {
    String about = rule.description().isEmpty() ? sentence(rule.title()) : rule.description();
    return Json.of("id", rule.id())
        .and("name", rule.name())
        .and("shortDescription", Json.of("text", sentence(rule.title())))
        .and("fullDescription", Json.of("text", about))
        .and("helpUri", rule.address().isEmpty() ? null : rule.address())
        .and("help", Json.of("text", about))
        .and("defaultConfiguration", Json.of("level", level(rule.severity())))
        .and("properties", Json.of("tags", List.of(rule.id().replaceFirst(":.*", ""))));
  }

  private static String markdown(Rule rule) {
    StringBuilder page = new StringBuilder();
    section(page, "What leaks", rule.leaks());
    section(page, "Why it hurts", rule.hurts());
    section(page, "Fix", rule.fix());
    section(page, "When it is not a leak", rule.fine());
    return page.toString().strip();
  }

  private static void section(StringBuilder page, String heading, String body) {
    if (!body.isBlank()) {
      page.append("## ").append(heading).append("\n\n").append(body.strip()).append("\n\n");
    }
  }

  /** With a capital in front, if it begins with a letter, and a full stop behind. */
  static String sentence(String phrase) {
    String text = phrase.strip();
    if (text.isEmpty()) {
      return text;
    }
    String first = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return first.endsWith(".") ? first : first + ".";
  }

  private static List<String> tags(Rule rule) {
    List<String> tags = new ArrayList<>(List.of("leak", rule.check()));
    rule.cwe().forEach(number -> tags.add(String.format("external/cwe/cwe-%03d", number)));
    tags.sort(Comparator.naturalOrder());
    return tags;
  }

  /** Flow of one value is followed path by path; how long objects live is judged from afar. */
  private static String precision(Rule rule) {
    return rule.check().equals("must-close") ? "high" : "medium";
  }
}
