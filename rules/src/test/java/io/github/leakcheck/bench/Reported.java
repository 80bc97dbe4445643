package io.github.leakcheck.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A result as a SARIF file has it.
 *
 * @param checks tags of the rule
 * @param confidence in lower case; empty if the file does not say
 * @param spots the place first, then related places and those of the path
 */
record Reported(
    String rule, Set<String> checks, String confidence, String message, List<Spot> spots) {

  /** A line of a file, and the qualified names of what it is in. */
  record Spot(String file, int line, List<String> names) {}

  Spot place() {
    return spots.get(0);
  }

  boolean isShown() {
    return !confidence.equals("low");
  }

  /** Empty if the release has no file. */
  static Optional<List<Reported>> of(Path folder, Release release) throws IOException {
    Path file = folder.resolve(release.fileName() + ".sarif");
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** The results that a developer would see: those set aside in the code are left out. */
  static List<Reported> read(Path file) throws IOException {
    List<Reported> all = new ArrayList<>();
    JsonObject log = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    for (JsonElement run : array(log, "runs")) {
      Map<String, Set<String>> tags = tags(run.getAsJsonObject().getAsJsonObject("tool"));
      for (JsonElement result : array(run.getAsJsonObject(), "results")) {
        if (array(result.getAsJsonObject(), "suppressions").isEmpty()) {
          all.add(of(result.getAsJsonObject(), tags));
        }
      }
    }
    return all;
  }

  private static Map<String, Set<String>> tags(JsonObject tool) {
    List<JsonElement> parts = new ArrayList<>(List.of(tool.get("driver")));
    array(tool, "extensions").forEach(parts::add);
    Map<String, Set<String>> tags = new HashMap<>();
    for (JsonElement part : parts) {
      for (JsonElement rule : array(part.getAsJsonObject(), "rules")) {
        JsonObject properties = object(rule.getAsJsonObject(), "properties");
        Set<String> words = new HashSet<>();
        array(properties, "tags").forEach(tag -> words.add(tag.getAsString()));
        tags.put(text(rule.getAsJsonObject(), "id"), words);
      }
    }
    return tags;
  }

  private static Reported of(JsonObject result, Map<String, Set<String>> tags) {
    List<Spot> spots = new ArrayList<>();
    array(result, "locations").forEach(l -> spots.add(spot(l.getAsJsonObject())));
    array(result, "relatedLocations").forEach(l -> spots.add(spot(l.getAsJsonObject())));
    for (JsonElement flow : array(result, "codeFlows")) {
      for (JsonElement thread : array(flow.getAsJsonObject(), "threadFlows")) {
        for (JsonElement step : array(thread.getAsJsonObject(), "locations")) {
          spots.add(spot(object(step.getAsJsonObject(), "location")));
        }
      }
    }
    String rule = text(result, "ruleId");
    return new Reported(
        rule,
        tags.getOrDefault(rule, Set.of()),
        text(object(result, "properties"), "confidence"),
        text(object(result, "message"), "text"),
        spots);
  }

  private static Spot spot(JsonObject location) {
    JsonObject physical = object(location, "physicalLocation");
    List<String> names = new ArrayList<>();
    array(location, "logicalLocations")
        .forEach(l -> names.add(text(l.getAsJsonObject(), "fullyQualifiedName")));
    JsonElement line = object(physical, "region").get("startLine");
    return new Spot(
        text(object(physical, "artifactLocation"), "uri"),
        line == null ? 0 : line.getAsInt(),
        names);
  }

  private static JsonArray array(JsonObject object, String key) {
    return object.has(key) ? object.getAsJsonArray(key) : new JsonArray();
  }

  private static JsonObject object(JsonObject object, String key) {
    return object.has(key) ? object.getAsJsonObject(key) : new JsonObject();
  }

  private static String text(JsonObject object, String key) {
    return object.has(key) ? object.get(key).getAsString() : "";
  }
}
