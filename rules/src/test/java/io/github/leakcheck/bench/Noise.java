package io.github.leakcheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Findings per 1,000 code lines: {@code MANIFEST WORK FOLDER [DRAW SEED]}. A code line is one that
 * is not blank and not only comment. With a number and a seed, prints that many of the shown
 * findings, drawn at random, to be read one by one.
 */
public final class Noise {
  private static final Set<String> RESOURCES = Set.of("must-close", "owned-field");
  private static final Pattern TEXT_OR_COMMENT =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*+\"|/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

  private final Map<String, Integer> rules = new TreeMap<>();
  private final List<String> places = new ArrayList<>();
  private int resources;
  private int others;
  private int low;
  private long lines;

  private Noise() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3 && arguments.length != 5) {
      throw new IllegalArgumentException("Noise MANIFEST WORK FOLDER [DRAW SEED]");
    }
    Noise noise = new Noise();
    for (Release release : Release.read(Path.of(arguments[0]))) {
      noise.add(release, Path.of(arguments[1]), Path.of(arguments[2]));
    }
    noise.print();
    if (arguments.length == 5) {
      noise.draw(Integer.parseInt(arguments[3]), Long.parseLong(arguments[4]));
    }
  }

  private void add(Release release, Path work, Path folder) throws IOException {
    List<Reported> all =
        Reported.of(folder, release)
            .orElseThrow(() -> new IOException("no file for " + release.fileName()));
    long code = codeLines(Unpacked.sources(release.folder(work)));
    long shown = all.stream().filter(Reported::isShown).count();
    System.out.printf(
        "%-60s %7d lines %4d shown %6.3f per 1,000, %4d low%n",
        release.fileName(), code, shown, 1000.0 * shown / code, all.size() - shown);
    lines += code;
    all.forEach(found -> count(found, release));
  }

  private void count(Reported found, Release release) {
    if (!found.isShown()) {
      low++;
      return;
    }
    boolean resource = found.checks().stream().anyMatch(RESOURCES::contains);
    resources += resource ? 1 : 0;
    others += resource ? 0 : 1;
    rules.merge(found.rule(), 1, Integer::sum);
    places.add(
        "%s %s:%d %s: %s"
            .formatted(
                release.fileName(),
                found.place().file(),
                found.place().line(),
                found.rule(),
                found.message()));
  }

  private void print() {
    System.out.printf(
        "%d lines, %d shown, %.3f per 1,000: must-close and owned-field %d (%.3f), others %d (%.3f);"
            + " %d of low confidence%n",
        lines,
        resources + others,
        1000.0 * (resources + others) / lines,
        resources,
        1000.0 * resources / lines,
        others,
        1000.0 * others / lines,
        low);
    System.out.println(rules);
  }

  /** Sorted first, so that the draw depends on what was found and on the seed alone. */
  private void draw(int count, long seed) {
    Collections.sort(places);
    Collections.shuffle(places, new Random(seed));
    places.stream().limit(count).sorted().forEach(System.out::println);
  }

  private static long codeLines(Path sources) throws IOException {
    long count = 0;
    List<Path> files;
    try (Stream<Path> tree = Files.walk(sources)) {
      files = tree.filter(file -> file.toString().endsWith(".java")).toList();
    }
    for (Path file : files) {
      String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
      count += withoutComments(text).lines().filter(line -> !line.isBlank()).count();
    }
    return count;
  }

  private static String withoutComments(String text) {
    return TEXT_OR_COMMENT
        .matcher(text)
        .replaceAll(
            found ->
                found.group().startsWith("\"")
                    ? Matcher.quoteReplacement(found.group())
                    : "\n".repeat((int) found.group().chars().filter(c -> c == '\n').count()));
  }
}
