package io.github.leakcheck.catalog;

import io.github.leakcheck.model.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads rule.md: a header of {@code key: value} lines between {@code ---} lines, then sections. */
final class RuleReader {
  static final String LEAKS = "What leaks";
  static final String HURTS = "Why it hurts";
  static final String FIX = "Fix";
  static final String FINE = "When it is not a leak";

  /** Sections of rule.md, all of them required. */
  static final List<String> SECTIONS = List.of(LEAKS, HURTS, FIX, FINE);

  private static final String FENCE = "---";
  private static final Set<String> REQUIRED = Set.of("title", "severity", "check", "since");
  private static final List<String> KEYS =
      List.of("title", "severity", "check", "since", "cwe", "libraries", "heavier-in");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)*");
  private static final Pattern LIBRARY = Pattern.compile("[\\w.-]+(:[\\w.-]+){2,3}");

  private final Text text;
  private final Map<String, String> header = new HashMap<>();
  private final Map<String, Integer> headerLines = new HashMap<>();
  private final Map<String, List<String>> sections = new HashMap<>();

  private RuleReader(Text text) {
    this.text = text;
  }

  /** The rule in a folder of this name. */
  static Rule read(String folder, Text text, List<Api> apis) {
    RuleReader reader = new RuleReader(text);
    reader.readSections(reader.readHeader());
    return reader.rule(folder.replace('_', '-'), apis);
  }

  private Rule rule(String id, List<Api> apis) {
    return new Rule(
        id,
        header.get("title"),
        severity(),
        checked("check", ID, "Write the name of a check, as must-close."),
        checked("since", VERSION, "Write a version of leakcheck, as 0.1.0."),
        cwe(),
        list("libraries", LIBRARY, "Write group:artifact:version[:classifier], parted by commas."),
        heavierIn(),
        section(LEAKS),
        section(HURTS),
        section(FIX),
        section(FINE),
        apis);
  }

  /** Returns the index of the first line behind the header. */
  private int readHeader() {
    List<String> lines = text.lines();
    if (lines.isEmpty() || !lines.get(0).strip().equals(FENCE)) {
      throw text.error(1, "no header", "Begin with a line `---`, `key: value` lines and `---`.");
    }
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.equals(FENCE)) {
        checkRequired();
        return i + 1;
      }
      if (!line.isEmpty()) {
        readKey(i + 1, line);
      }
    }
    throw text.error(lines.size(), "the header has no end", "Close it with a line `---`.");
  }

  private void readKey(int number, String line) {
    int colon = line.indexOf(':');
    String key = colon < 0 ? line : line.substring(0, colon).strip();
    if (colon < 0 || !KEYS.contains(key)) {
      throw text.error(
          number, "unknown key `" + key + "`", "Write `key: value`; keys are: " + KEYS + ".");
    }
    String value = line.substring(colon + 1).strip();
    if (value.isEmpty()) {
      throw text.error(number, "`" + key + "` has no value", "Write one or leave the line out.");
    }
    if (header.put(key, value) != null) {
      throw text.error(number, "`" + key + "` twice", "Write it once.");
    }
    headerLines.put(key, number);
  }

  private void checkRequired() {
    for (String key : KEYS) {
      if (REQUIRED.contains(key) && !header.containsKey(key)) {
        throw text.error(1, "the header has no `" + key + "`", "Add a line `" + key + ": ...`.");
      }
    }
  }

  private void readSections(int start) {
    List<String> body = new ArrayList<>();
    boolean code = false;
    for (int i = start; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      if (!code && line.startsWith("## ")) {
        body = open(i + 1, line.substring(3).strip());
      } else {
        body.add(line);
      }
      code ^= line.strip().startsWith("```");
    }
    for (String name : SECTIONS) {
      if (section(name).isEmpty()) {
        throw text.error(0, "no section `" + name + "`", "Add `## " + name + "` and a paragraph.");
      }
    }
  }

  private List<String> open(int line, String name) {
    if (!SECTIONS.contains(name)) {
      throw text.error(line, "unknown section `" + name + "`", "Sections are: " + SECTIONS + ".");
    }
    List<String> body = new ArrayList<>();
    if (sections.put(name, body) != null) {
      throw text.error(line, "section `" + name + "` twice", "Join the two.");
    }
    return body;
  }

  private String section(String name) {
    return String.join("\n", sections.getOrDefault(name, List.of())).strip();
  }

  private Severity severity() {
    String word = header.get("severity");
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> wrong("severity", word, "Write error, warning or note."));
  }

  private Set<Deployment> heavierIn() {
    Pattern words = Pattern.compile("application|library|container");
    return list("heavier-in", words, "Write application, library or container.").stream()
        .map(word -> Deployment.valueOf(word.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  private List<Integer> cwe() {
    return list("cwe", Pattern.compile("[0-9]{1,5}"), "Write numbers alone, parted by commas.")
        .stream()
        .map(Integer::valueOf)
        .toList();
  }

  private List<String> list(String key, Pattern form, String mend) {
    if (!header.containsKey(key)) {
      return List.of();
    }
    List<String> values = Arrays.stream(header.get(key).split(",", -1)).map(String::strip).toList();
    for (String value : values) {
      if (!form.matcher(value).matches()) {
        throw wrong(key, value, mend);
      }
    }
    return values;
  }

  private String checked(String key, Pattern form, String mend) {
    String value = header.get(key);
    if (!form.matcher(value).matches()) {
      throw wrong(key, value, mend);
    }
    return value;
  }

  private CatalogException wrong(String key, String value, String mend) {
    return text.error(headerLines.get(key), "`" + key + "` is `" + value + "`", mend);
  }
}
