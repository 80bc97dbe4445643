package io.github.leakcheck.maven.report;

import io.github.leakcheck.engine.GuestRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Findings as SARIF 2.1.0, fit for review systems. The same input gives the same bytes on every
 * machine: sorted, with no time and no absolute path (but for files outside of the root).
 */
public final class SarifReport {
  static final String HOME = "https://github.com/leakcheck/leakcheck";

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final SarifInput input;
  private final SarifRules rules;
  private final SarifPlaces places;
  private final Sources sources = new Sources();

  private SarifReport(SarifInput input) {
    this.input = input;
    List<GuestRule> guests =
        input.modules().stream().flatMap(module -> module.guests().stream()).toList();
    this.rules = new SarifRules(input.rules(), guests);
    this.places = new SarifPlaces(input.root(), sources);
  }

  /**
   * Writes the whole file at once: readers see the old one or the new one.
   *
   * @return warnings for the user, at most one line; mostly empty
   * @throws IOException if the file cannot be written
   */
  public static List<String> write(Path file, SarifInput input) throws IOException {
    SarifReport report = new SarifReport(input);
    WholeFile.write(file, report.log().text());
    return report.warnings();
  }

  private Json log() {
    return Json.of("version", "2.1.0").and("$schema", SCHEMA).and("runs", List.of(run()));
  }

  private Json run() {
    Json base =
        Json.of(
            SarifPlaces.ROOT_ID,
            Json.of("description", Json.of("text", "The root of the source tree.")));
    return Json.of("tool", tool())
        .and("invocations", List.of(invocation()))
        .and("originalUriBaseIds", base)
        .and("columnKind", "utf16CodeUnits")
        .andList("results", new SarifResults(rules, places, sources).of(input.modules()));
  }

  private Json tool() {
    Json driver =
        Json.of("name", "leakcheck")
            .and("version", input.version())
            .and("semanticVersion", input.version())
            .and("informationUri", HOME)
            .andList("rules", rules.descriptors());
    return Json.of("driver", driver).and("extensions", engines());
  }

  private List<Json> engines() {
    return input.engines().stream()
        .sorted(Comparator.comparing(SarifInput.Engine::name))
        .map(
            engine ->
                Json.of("name", engine.name())
                    .and("version", engine.version())
                    .and("informationUri", engine.address()))
        .toList();
  }

  /** What could not be looked into is part of the report: silence must not look like health. */
  private Json invocation() {
    List<Json> notes = new ArrayList<>();
    input.modules().stream()
        .sorted(Comparator.comparing(ModuleFindings::module))
        .forEach(module -> module.notes().forEach(note -> notes.add(notification(module, note))));
    return Json.of("executionSuccessful", true).and("toolExecutionNotifications", notes);
  }

  private static Json notification(ModuleFindings module, String note) {
    return Json.of("message", Json.of("text", module.module() + ": " + note)).and("level", "note");
  }

  private List<String> warnings() {
    Set<String> outside = places.outside();
    if (outside.isEmpty()) {
      return List.of();
    }
    return List.of(
        outside.size()
            + " file(s) with findings lie outside of "
            + input.root().folder()
            + " and have absolute addresses in the SARIF report, the first is "
            + outside.iterator().next());
  }
}
