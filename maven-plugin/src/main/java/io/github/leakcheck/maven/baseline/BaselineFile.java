package io.github.leakcheck.maven.baseline;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.leakcheck.maven.text.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file of a baseline: JSON, one entry a line, sorted, so that changes to it read well. */
public final class BaselineFile {
  public static final String NAME = ".leakcheck-baseline.json";

  private static final int VERSION = 1;
  private static final Gson LINE = new GsonBuilder().disableHtmlEscaping().create();

  private BaselineFile() {}

  /** The nearest one in the folder or above it, up to the last folder given. */
  public static Optional<Path> around(Path folder, Path last) {
    for (Path at = folder; at != null; at = at.equals(last) ? null : at.getParent()) {
      if (Files.isRegularFile(at.resolve(NAME))) {
        return Optional.of(at.resolve(NAME));
      }
    }
    return Optional.empty();
  }

  /**
   * The entries in the order of the file.
   *
   * @throws IOException if the text is no baseline, with a message for the user
   */
  public static List<Entry> parse(String text) throws IOException {
    try {
      JsonObject whole = JsonParser.parseString(text).getAsJsonObject();
      if (whole.get("version").getAsInt() != VERSION) {
        throw new IOException("it was written by another version of leakcheck");
      }
      List<Entry> entries = new ArrayList<>();
      whole.getAsJsonArray("entries").forEach(element -> entries.add(entry(element)));
      return entries;
    } catch (RuntimeException malformed) { // JSON of another shape fails in many ways
      throw new IOException("it is no baseline: " + malformed.getMessage(), malformed);
    }
  }

  private static Entry entry(JsonElement element) {
    JsonObject object = element.getAsJsonObject();
    return new Entry(
        text(object, "rule"),
        Path.of(text(object, "file")).toString().replace('\\', '/'),
        text(object, "member"),
        text(object, "code"),
        text(object, "statement"),
        object.has("times") ? object.get("times").getAsInt() : 1,
        object.has("reason") ? text(object, "reason") : "");
  }

  private static String text(JsonObject object, String key) {
    if (!object.has(key)) {
      throw new JsonParseException("an entry has no " + key);
    }
    return object.get(key).getAsString();
  }

  /** Replaces the file as a whole. */
  public static void write(Path file, List<Entry> entries) throws IOException {
    List<String> lines = entries.stream().sorted(Entry.ORDER).map(LINE::toJson).toList();
    String body = lines.isEmpty() ? "" : "\n" + String.join(",\n", lines) + "\n";
    WholeFile.write(file, "{\n\"version\": " + VERSION + ",\n\"entries\": [" + body + "]\n}\n");
  }
}
