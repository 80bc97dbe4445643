package io.github.leakcheck.bench;

import com.google.gson.GsonBuilder;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Severity;
import io.github.leakcheck.model.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Findings as the scorers of a replay read them: a small SARIF 2.1.0. */
final class Sarif {
  private final Catalog catalog;
  private final UnaryOperator<String> uri;

  /** {@code uri} turns a finding's file into the path to write. */
  Sarif(Catalog catalog, UnaryOperator<String> uri) {
    this.catalog = catalog;
    this.uri = uri;
  }

  String write(List<Finding> findings) {
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "leakcheck");
    driver.put("rules", catalog.rules().stream().map(Sarif::rule).toList());
    Map<String, Object> run =
        Map.of(
            "tool",
            Map.of("driver", driver),
            "results",
            findings.stream().map(this::result).toList());
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(log);
  }

  private static Map<String, Object> rule(Rule rule) {
    return Map.of("id", rule.id(), "properties", Map.of("tags", List.of(rule.check())));
  }

  private Map<String, Object> result(Finding finding) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", finding.rule());
    result.put("level", level(finding.severity()));
    result.put("message", Map.of("text", finding.message()));
    result.put("locations", List.of(location(finding.place(), null)));
    if (!finding.path().isEmpty()) {
      List<Object> steps = finding.path().stream().map(this::step).toList();
      result.put("codeFlows", List.of(Map.of("threadFlows", List.of(Map.of("locations", steps)))));
    }
    String confidence = finding.confidence().name().toLowerCase(Locale.ROOT);
    result.put(
        "properties",
        Map.of(
            "confidence", confidence,
            "precision", confidence,
            "engines", finding.engines().stream().sorted().toList()));
    return result;
  }

  private Object step(PathStep step) {
    return Map.of("location", location(step.place(), step.kind() + ": " + step.text()));
  }

  private Map<String, Object> location(Place place, String text) {
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", Map.of("uri", uri.apply(place.file())));
    if (place.span().line() > 0) {
      physical.put("region", region(place.span()));
    }
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("physicalLocation", physical);
    location.put(
        "logicalLocations", List.of(Map.of("fullyQualifiedName", place.member().qualifiedName())));
    if (text != null) {
      location.put("message", Map.of("text", text));
    }
    return location;
  }

  private static Map<String, Object> region(Span span) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", span.line());
    if (span.isExact()) {
      region.put("startColumn", span.column());
      region.put("endLine", span.endLine());
      region.put("endColumn", span.endColumn());
    }
    return region;
  }

  private static String level(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
