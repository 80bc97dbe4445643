package io.github.leakcheck.maven.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Reads what {@link SarifResults} wrote. */
final class SarifResult {
  private SarifResult() {}

  static String rule(JsonObject result) {
    return result.get("ruleId").getAsString();
  }

  static String level(JsonObject result) {
    return result.get("level").getAsString();
  }

  static String message(JsonObject result) {
    return result.getAsJsonObject("message").get("text").getAsString();
  }

  /** Percent-encoded. */
  static String address(JsonObject result) {
    return physical(result).getAsJsonObject("artifactLocation").get("uri").getAsString();
  }

  /** A number of the region; 0 where it is unknown. */
  static int region(JsonObject result, String key) {
    JsonObject region = physical(result).getAsJsonObject("region");
    JsonElement number = region == null ? null : region.get(key);
    return number == null ? 0 : number.getAsInt();
  }

  static String fingerprint(JsonObject result) {
    return result.getAsJsonObject("partialFingerprints").get(Identity.NAME).getAsString();
  }

  private static JsonObject physical(JsonObject result) {
    return result
        .getAsJsonArray("locations")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("physicalLocation");
  }
}
