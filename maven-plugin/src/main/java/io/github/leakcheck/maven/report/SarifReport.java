package io.github.leakcheck.maven.report;

import com.google.gson.JsonObject;
import io.github.leakcheck.maven.text.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings as SARIF 2.1.0, fit for review systems. The same input gives the same bytes on every
 * machine: sorted, with no time and no absolute path (but for files outside of the root).
 */
public final class SarifReport {
  static final String HOME = "https://github.com/leakcheck/leakcheck";
  static final String MODULES = "leakcheck/modules";

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String RULE_INDEX = "ruleIndex";
  private static final String FINGERPRINTS = "partialFingerprints";

  private static final Comparator<JsonObject> ORDER =
      Comparator.comparing((JsonObject result) -> SarifResult.address(result))
          .thenComparing(result -> SarifResult.region(result, "startLine"))
          .thenComparing(result -> SarifResult.region(result, "startColumn"))
          .thenComparing(SarifResult::rule);

  private final SarifInput input;
  private final List<SarifPart> parts;
  private final List<String> missing;
  private final SarifRules rules;

  private SarifReport(SarifInput input, List<SarifPart> parts, List<String> missing) {
    this.input = input;
    this.parts = parts.stream().sorted(Comparator.comparing(SarifPart::module)).toList();
    this.missing = missing;
    List<JsonObject> guests = parts.stream().flatMap(part -> part.guests().stream()).toList();
    this.rules = new SarifRules(input.rules(), guests);
  }

  /**
   * Writes the whole file at once: readers see the old one or the new one.
   *
   * @param about all that is not a finding
   * @param parts what was found in each module
   * @param missing sentences about modules that are left out: then the report is not a whole one
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, SarifInput about, List<SarifPart> parts, List<String> missing)
      throws IOException {
    WholeFile.write(file, new SarifReport(about, parts, missing).log().text());
  }

  private Json log() {
    return Json.of("version", "2.1.0").and("$schema", SCHEMA).and("runs", List.of(run()));
  }

  private Json run() {
    Json base =
        Json.of(
            SarifPlaces.ROOT_ID,
            Json.of("description", Json.of("text", "The root of the source tree.")));
    Json inputs = new Json();
    parts.forEach(part -> inputs.and(part.module(), part.inputs()));
    return Json.of("tool", tool())
        .and("invocations", List.of(invocation()))
        .and("originalUriBaseIds", base)
        .and("columnKind", "utf16CodeUnits")
        .andList("results", results())
        .and("properties", Json.of(MODULES, inputs));
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

  /** A report that lacks modules says so, or a review system would close their alerts. */
  private Json invocation() {
    List<Object> notes = new ArrayList<>();
    parts.forEach(part -> notes.addAll(part.notifications()));
    missing.forEach(
        sentence -> notes.add(Json.of("message", Json.of("text", sentence)).and("level", "error")));
    return Json.of("executionSuccessful", missing.isEmpty())
        .and("toolExecutionNotifications", notes);
  }

  private List<JsonObject> results() {
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Integer> positions = rules.positions();
    List<JsonObject> results =
        parts.stream().flatMap(part -> part.results().stream()).sorted(ORDER).toList();
    for (JsonObject result : results) {
      count(result.getAsJsonObject(FINGERPRINTS), seen);
      Integer position = positions.get(SarifResult.rule(result));
      if (position == null) {
        result.remove(RULE_INDEX);
      } else {
        result.addProperty(RULE_INDEX, position);
      }
    }
    return results;
  }

  /** Equal leaks in one member count up, or a review system would take them for one. */
  private static void count(JsonObject fingerprints, Map<String, Integer> seen) {
    String identity = fingerprints.get(Identity.NAME).getAsString().replaceFirst(":\\d+$", "");
    int number = seen.merge(identity, 1, Integer::sum);
    fingerprints.addProperty(Identity.NAME, identity + ":" + number);
  }
}
