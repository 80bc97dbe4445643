package io.github.leakcheck.maven.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collection;

/** Builds JSON whose keys stand in the order they were put, empty values left out. */
final class Json {
  private static final Gson PRINTER =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final JsonObject object = new JsonObject();

  static Json of(String key, Object value) {
    return new Json().and(key, value);
  }

  /** {@code value}: null (left out), text, number, boolean, Json, or a collection of these. */
  Json and(String key, Object value) {
    JsonElement element = element(value);
    if (!element.isJsonNull() && !(element.isJsonArray() && element.getAsJsonArray().isEmpty())) {
      object.add(key, element);
    }
    return this;
  }

  /** As {@link #and}, but an empty list is written. */
  Json andList(String key, Collection<?> values) {
    object.add(key, element(values));
    return this;
  }

  /** The text, with line feeds only and one at its end. */
  String text() {
    return PRINTER.toJson(object) + "\n";
  }

  private static JsonElement element(Object value) {
    if (value instanceof Json json) {
      return json.object;
    }
    if (value instanceof Collection<?> values) {
      JsonArray array = new JsonArray();
      values.forEach(each -> array.add(element(each)));
      return array;
    }
    return PRINTER.toJsonTree(value);
  }
}
