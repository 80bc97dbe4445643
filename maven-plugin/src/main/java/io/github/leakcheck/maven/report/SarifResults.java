package io.github.leakcheck.maven.report;

import io.github.leakcheck.maven.text.Sources;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Findings as SARIF results, in the order of address, line, column and rule. Their {@code
 * ruleIndex} is for the report to set, which knows the rules of all modules.
 */
final class SarifResults {
  private record Entry(ModuleFindings module, Finding finding, String address) {
    Place place() {
      return finding.place();
    }
  }

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::address)
          .thenComparing(entry -> entry.place().span().line())
          .thenComparing(entry -> entry.place().span().column())
          .thenComparing(entry -> entry.finding().rule())
          .thenComparing(entry -> entry.place().member().qualifiedName())
          .thenComparing(entry -> entry.finding().subject().ordinal())
          .thenComparing(entry -> entry.finding().message());

  private final SarifPlaces places;
  private final Sources sources;

  SarifResults(SarifPlaces places, Sources sources) {
    this.places = places;
    this.sources = sources;
  }

  List<Json> of(ModuleFindings module) {
    return module.findings().stream()
        .map(finding -> entry(module, finding))
        .sorted(ORDER)
        .map(this::result)
        .toList();
  }

  private Entry entry(ModuleFindings module, Finding finding) {
    return new Entry(module, finding, places.address(finding.place()));
  }

  private Json result(Entry entry) {
    Finding finding = entry.finding();
    return Json.of("ruleId", finding.rule())
        .and("ruleIndex", 0)
        .and("level", SarifRules.level(finding.severity()))
        .and("message", Json.of("text", message(finding)))
        .and("locations", List.of(places.location(finding.place(), entry.module().encoding())))
        .and("relatedLocations", related(entry))
        .and("codeFlows", flows(entry))
        .and("partialFingerprints", fingerprints(entry))
        .and(
            "properties",
            Json.of("confidence", finding.confidence().name().toLowerCase(Locale.ROOT))
                .and("engines", new TreeSet<>(finding.engines()))
                .and("module", entry.module().module()));
  }

  private static String message(Finding finding) {
    String help = finding.help().isBlank() ? "" : " " + SarifRules.sentence(finding.help());
    return SarifRules.sentence(finding.message()) + help;
  }

  /** The places of the path that are not the finding's own, each once. */
  private List<Json> related(Entry entry) {
    Map<Place, PathStep> others = new LinkedHashMap<>();
    for (PathStep step : entry.finding().path()) {
      boolean elsewhere =
          !step.place().file().equals(entry.place().file())
              || step.place().span().line() != entry.place().span().line();
      if (elsewhere) {
        others.putIfAbsent(step.place(), step);
      }
    }
    List<Json> related = new ArrayList<>();
    for (PathStep step : others.values()) {
      related.add(
          Json.of("id", related.size() + 1)
              .and("physicalLocation", physical(step, entry))
              .and("message", Json.of("text", step.text())));
    }
    return related;
  }

  private Json physical(PathStep step, Entry entry) {
    return places.physical(step.place(), entry.module().encoding());
  }

  private List<Json> flows(Entry entry) {
    List<PathStep> path = entry.finding().path();
    if (path.size() < 2) {
      return List.of();
    }
    List<Json> stations = path.stream().map(step -> station(step, entry)).toList();
    return List.of(Json.of("threadFlows", List.of(Json.of("locations", stations))));
  }

  private Json station(PathStep step, Entry entry) {
    Json location =
        places
            .location(step.place(), entry.module().encoding())
            .and("message", Json.of("text", step.text()));
    return Json.of("location", location).and("kinds", kinds(step.kind()));
  }

  /** The words that SARIF suggests for stations. */
  private static List<String> kinds(PathStep.Kind kind) {
    return switch (kind) {
      case ACQUIRED -> List.of("acquire", "resource");
      case BRANCH -> List.of("branch");
      case CALL -> List.of("call", "function");
      case THROWN -> List.of("danger");
      case GROWS -> List.of("memory");
      case ESCAPES -> List.of("value");
      case RELEASED -> List.of("release", "resource");
      case OVERWRITTEN -> List.of("value", "danger");
      case EXIT -> List.of("exit", "function");
    };
  }

  private Json fingerprints(Entry entry) {
    Path file = Path.of(entry.place().file());
    ModuleFindings module = entry.module();
    String identity =
        Identity.of(entry.finding(), module.folder(), sources.of(file, module.encoding()));
    return Json.of(Identity.NAME, identity)
        .and("primaryLocationLineHash", sources.lineHash(file, entry.place().span().line()));
  }
}
