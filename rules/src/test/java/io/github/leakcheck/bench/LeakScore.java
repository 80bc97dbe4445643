package io.github.leakcheck.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Scores unclosed resources in published releases: {@code MANIFEST NAME=FOLDER...}, a folder of
 * SARIF files for each way of running. A finding hits a row when it stands on one of the lines of
 * the row's method in the leaking release; a row is pair-correct when none stands there in the
 * release that fixed it. Rows with a doubt are counted apart: silence is right there.
 */
public final class LeakScore {
  private LeakScore() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      throw new IllegalArgumentException("LeakScore MANIFEST NAME=FOLDER...");
    }
    List<Tsv.Row> rows = Tsv.read(Path.of(arguments[0]));
    System.out.printf(
        "%-10s %5s %5s %6s %13s %12s %14s %8s%n",
        "engines",
        "rows",
        "hit",
        "still",
        "pair-correct",
        "doubtful hit",
        "names resource",
        "no file");
    for (String run : List.of(arguments).subList(1, arguments.length)) {
      String[] parts = run.split("=", 2);
      print(parts[0], rows, Path.of(parts[1]));
    }
  }

  private static void print(String name, List<Tsv.Row> rows, Path folder) throws IOException {
    int hit = 0;
    int still = 0;
    int pair = 0;
    int named = 0;
    int doubtful = 0;
    int doubtfulHit = 0;
    int missing = 0;
    for (Tsv.Row row : rows) {
      List<Reported> before = in(row, folder, "buggy");
      List<Reported> after = in(row, folder, "fixed");
      if (!row.get("doubt").isEmpty()) {
        doubtful++;
        doubtfulHit += before.isEmpty() ? 0 : 1;
        continue;
      }
      hit += before.isEmpty() ? 0 : 1;
      still += after.isEmpty() ? 0 : 1;
      pair += !before.isEmpty() && after.isEmpty() ? 1 : 0;
      named += before.stream().anyMatch(found -> names(found, row)) ? 1 : 0;
      missing += hasFiles(row, folder) ? 0 : 1;
    }
    System.out.printf(
        "%-10s %5d %5d %6d %13d %7d / %2d %9d / %2d %8d%n",
        name, rows.size() - doubtful, hit, still, pair, doubtfulHit, doubtful, named, hit, missing);
  }

  private static boolean hasFiles(Tsv.Row row, Path folder) throws IOException {
    return Reported.of(folder, row.release("buggyVersion")).isPresent()
        && Reported.of(folder, row.release("fixedVersion")).isPresent();
  }

  private static List<Reported> in(Tsv.Row row, Path folder, String which) throws IOException {
    int first = row.number(which + "First");
    int last = row.number(which + "Last");
    return Reported.of(folder, row.release(which + "Version")).orElse(List.of()).stream()
        .filter(Reported::isShown)
        .filter(r -> ("/" + r.place().file()).endsWith("/" + row.get("file")))
        .filter(r -> first <= r.place().line() && r.place().line() <= last)
        .toList();
  }

  /** Whether the message says the variable, or the variable's or the type's name as a word. */
  private static boolean names(Reported found, Tsv.Row row) {
    Stream<String> types =
        Arrays.stream(row.get("resourceType").split(","))
            .map(type -> type.substring(type.lastIndexOf('.') + 1));
    return Stream.concat(Stream.of(row.get("keyVariable")), types)
        .filter(word -> !word.isBlank())
        .anyMatch(
            word ->
                Pattern.compile("(?<!\\w)" + Pattern.quote(word) + "(?!\\w)")
                    .matcher(found.message())
                    .find());
  }
}
