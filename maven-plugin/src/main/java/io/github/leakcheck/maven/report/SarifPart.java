package io.github.leakcheck.maven.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.leakcheck.engine.GuestRule;
import io.github.leakcheck.maven.text.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What SARIF says of one module. It is text, as modules may load this plugin each on its own, and
 * as what an earlier build found can stand in for a module that this one left out.
 *
 * @param module its name
 * @param json {@code results} and {@code notifications} of the module, rules of {@code guests} and
 *     what its {@code inputs} were
 */
public record SarifPart(String module, String json) {
  private static final String RESULTS = "results";
  private static final String NOTES = "notifications";
  private static final String INPUTS = "inputs";
  private static final String GUESTS = "guests";

  /**
   * Of what was found just now.
   *
   * @param inputs digest of all that the findings depend on; empty if they are not to outlive the
   *     build
   * @param warnings gets a line for the user if there is something to warn of
   */
  public static SarifPart of(
      SarifInput about, ModuleFindings module, String inputs, List<String> warnings) {
    Sources sources = new Sources();
    SarifPlaces places = new SarifPlaces(about.root(), sources);
    SarifResults results = new SarifResults(places, sources);
    Json part =
        Json.of(INPUTS, inputs)
            .andList(GUESTS, SarifRules.guests(module.guests()))
            .andList(RESULTS, results.of(module))
            .andList(NOTES, module.notes().stream().map(note -> note(module, note)).toList());
    if (!places.outside().isEmpty()) {
      warnings.add(
          places.outside().size()
              + " file(s) with findings lie outside of "
              + about.root().folder()
              + " and have absolute addresses in the SARIF report, the first is "
              + places.outside().iterator().next());
    }
    return new SarifPart(module.module(), part.text());
  }

  /** What could not be looked into is part of the report: silence must not look like health. */
  private static Json note(ModuleFindings module, String note) {
    return Json.of("message", Json.of("text", module.module() + ": " + note))
        .and("level", "note")
        .and("properties", Json.of("module", module.module()));
  }

  /** The parts of a report written earlier, by module; none if it is not one of ours. */
  public static Map<String, SarifPart> read(Path file) {
    Map<String, SarifPart> parts = new TreeMap<>();
    try {
      JsonObject run =
          JsonParser.parseString(Files.readString(file))
              .getAsJsonObject()
              .getAsJsonArray("runs")
              .get(0)
              .getAsJsonObject();
      JsonObject inputs = run.getAsJsonObject("properties").getAsJsonObject(SarifReport.MODULES);
      JsonObject invocation = run.getAsJsonArray("invocations").get(0).getAsJsonObject();
      for (String module : inputs.keySet()) {
        List<JsonElement> results = about(module, run, RESULTS);
        Json part =
            Json.of(INPUTS, inputs.get(module))
                .andList(GUESTS, guests(run, results))
                .andList(RESULTS, results)
                .andList(NOTES, about(module, invocation, "toolExecutionNotifications"));
        parts.put(module, new SarifPart(module, part.text()));
      }
    } catch (IOException | RuntimeException foreign) { // JSON of another shape fails in many ways
      return Map.of();
    }
    return parts;
  }

  private static List<JsonElement> about(String module, JsonObject owner, String list) {
    List<JsonElement> about = new ArrayList<>();
    if (owner.has(list)) {
      for (JsonElement element : owner.getAsJsonArray(list)) {
        JsonObject properties = element.getAsJsonObject().getAsJsonObject("properties");
        if (properties != null && module.equals(properties.get("module").getAsString())) {
          about.add(element);
        }
      }
    }
    return about;
  }

  /** Descriptions of the rules that results are of and that are not our own. */
  private static List<JsonElement> guests(JsonObject run, List<JsonElement> results) {
    Set<String> rules = new HashSet<>();
    results.forEach(result -> rules.add(SarifResult.rule(result.getAsJsonObject())));
    List<JsonElement> guests = new ArrayList<>();
    run.getAsJsonObject("tool")
        .getAsJsonObject("driver")
        .getAsJsonArray("rules")
        .forEach(
            rule -> {
              String id = rule.getAsJsonObject().get("id").getAsString();
              if (GuestRule.isId(id) && rules.contains(id)) {
                guests.add(rule);
              }
            });
    return guests;
  }

  /** Digest of what the findings depend on; empty if they are not to outlive their build. */
  public String inputs() {
    return parsed().get(INPUTS).getAsString();
  }

  List<JsonObject> results() {
    return objects(RESULTS);
  }

  List<JsonObject> notifications() {
    return objects(NOTES);
  }

  List<JsonObject> guests() {
    return objects(GUESTS);
  }

  private List<JsonObject> objects(String list) {
    List<JsonObject> objects = new ArrayList<>();
    parsed().getAsJsonArray(list).forEach(element -> objects.add(element.getAsJsonObject()));
    return objects;
  }

  private JsonObject parsed() {
    return JsonParser.parseString(json).getAsJsonObject();
  }
}
