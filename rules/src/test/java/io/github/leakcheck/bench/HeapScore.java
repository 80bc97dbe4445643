package io.github.leakcheck.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Scores heap leaks in published releases: {@code LEAKS CLEAN FOLDER}. A finding is about a member
 * when its rule's check fits the family and one of its places stands on a line of the manifest (in
 * the leaking release) or in the member by name; look-alikes shall not be reported at all.
 */
public final class HeapScore {
  private static final Set<String> GROWTH = Set.of("grows-forever", "outlives");
  private static final Set<String> UNDO =
      Set.of("must-undo", "owned-field", "must-close", "outlives");
  private static final Set<String> GROWING =
      Set.of("static-collection", "instance-collection", "delete-on-exit", "threadlocal");
  private static final Set<String> REGISTERED =
      Set.of("listener", "close-hook", "metrics-registration");

  private final Path folder;

  private HeapScore(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("HeapScore LEAKS CLEAN FOLDER");
    }
    HeapScore score = new HeapScore(Path.of(arguments[2]));
    score.leaks(Tsv.read(Path.of(arguments[0])));
    score.lookAlikes(Tsv.read(Path.of(arguments[1])));
  }

  private void leaks(List<Tsv.Row> rows) throws IOException {
    Map<String, int[]> families = new TreeMap<>();
    for (Tsv.Row row : rows) {
      boolean hit = isReported(row, "buggyVersion", lines(row.get("lines")));
      boolean still = isReported(row, "fixedVersion", Set.of());
      for (String name : List.of(row.get("family"), "all")) {
        int[] counts = families.computeIfAbsent(name, key -> new int[3]);
        counts[0]++;
        counts[1] += hit ? 1 : 0;
        counts[2] += hit && !still ? 1 : 0;
      }
    }
    families.forEach(
        (name, n) ->
            System.out.printf(
                "%-24s %3d leaks, hit %2d, pair-correct %2d%n", name, n[0], n[1], n[2]));
  }

  private void lookAlikes(List<Tsv.Row> rows) throws IOException {
    int flagged = 0;
    for (Tsv.Row row : rows) {
      flagged += isReported(row, "version", lines(row.get("line"))) ? 1 : 0;
    }
    System.out.printf("look-alikes flagged %d of %d%n", flagged, rows.size());
  }

  private boolean isReported(Tsv.Row row, String version, Set<Integer> lines) throws IOException {
    return Reported.of(folder, row.release(version)).orElse(List.of()).stream()
        .filter(Reported::isShown)
        .filter(found -> fits(found, row.get("family")))
        .anyMatch(found -> found.spots().stream().anyMatch(spot -> isAbout(spot, row, lines)));
  }

  /** Without a family every check fits: a look-alike shall be left alone. */
  private static boolean fits(Reported found, String family) {
    if (family.isEmpty()) {
      return true;
    }
    Set<String> checks = new HashSet<>();
    if (GROWING.contains(family)) {
      checks.addAll(GROWTH);
      checks.add("must-undo");
    } else if (Set.of("weakmap-self-ref", "unbounded-queue").contains(family)) {
      checks.addAll(GROWTH);
    } else {
      checks.addAll(UNDO);
      if (REGISTERED.contains(family)) {
        checks.add("grows-forever");
      } else if (family.equals("capture")) {
        checks.addAll(GROWTH);
      }
    }
    return found.checks().stream().anyMatch(checks::contains);
  }

  private static boolean isAbout(Reported.Spot spot, Tsv.Row row, Set<Integer> lines) {
    String type = row.get("class");
    String file = type.replaceFirst("\\$.*", "").replace('.', '/') + ".java";
    if (spot.file().endsWith(file) && lines.contains(spot.line())) {
      return true;
    }
    String member = row.get("member").replaceFirst("[:(].*", "");
    return spot.names().stream()
        .anyMatch(
            name ->
                name.matches(
                    "(?:"
                        + Pattern.quote(type)
                        + "|"
                        + Pattern.quote(type.replace('$', '.'))
                        + ")(?:\\."
                        + Pattern.quote(member)
                        + "(?:\\(.*)?|#"
                        + Pattern.quote(member)
                        + ".*)"));
  }

  private static Set<Integer> lines(String cell) {
    return Pattern.compile("\\d+")
        .matcher(cell)
        .results()
        .map(MatchResult::group)
        .map(Integer::valueOf)
        .collect(Collectors.toSet());
  }
}
