package io.github.leakcheck.bench;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.engine.Analysis;
import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Pairs of a lone source file before and after a leak was repaired, nothing but the JDK beside it:
 * {@code PAIRS FOLDER [low|medium|high]}. {@code PAIRS} has the columns id, file, method,
 * beforeFirst, beforeLast, afterFirst and afterLast; the files are {@code
 * FOLDER/<id>/before/<file>} and {@code FOLDER/<id>/after/<file>}. A finding about an unclosed
 * resource in the lines of the method is a hit in the one and a false alarm in the other.
 */
public final class Lone {
  private static final Set<String> CHECKS = Set.of("must-close", "owned-field");
  private static final int RELEASE = 17;

  private final Catalog catalog = Catalog.load(List.of());
  private final Path folder;
  private final Confidence least;

  private Lone(Path folder, Confidence least) {
    this.folder = folder;
    this.least = least;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      throw new IllegalArgumentException("Lone PAIRS FOLDER [low|medium|high]");
    }
    String least = arguments.length > 2 ? arguments[2] : "medium";
    Lone lone =
        new Lone(
            Path.of(arguments[1]).toAbsolutePath(),
            Confidence.valueOf(least.toUpperCase(java.util.Locale.ROOT)));
    int pairs = 0;
    int hit = 0;
    int flagged = 0;
    int correct = 0;
    for (Tsv.Row row : Tsv.read(Path.of(arguments[0]))) {
      List<String> before = lone.found(row, "before");
      List<String> after = lone.found(row, "after");
      pairs++;
      hit += before.isEmpty() ? 0 : 1;
      flagged += after.isEmpty() ? 0 : 1;
      correct += !before.isEmpty() && after.isEmpty() ? 1 : 0;
      System.out.printf(
          "%s\t%s\t%s\t%s%n",
          row.get("id"),
          before.isEmpty() ? "missed" : "hit",
          after.isEmpty() ? "silent" : "flagged",
          String.join("; ", before.isEmpty() ? after : before));
    }
    System.out.printf(
        "%d pairs: %d hit (%.1f %%), %d flagged after the fix (%.1f %%), %d pair-correct (%.1f %%)%n",
        pairs,
        hit,
        share(hit, pairs),
        flagged,
        share(flagged, pairs),
        correct,
        share(correct, pairs));
  }

  private static double share(int part, int all) {
    return 100.0 * part / Math.max(1, all);
  }

  private List<String> found(Tsv.Row row, String side) {
    int first = Integer.parseInt(row.get(side + "First"));
    int last = Integer.parseInt(row.get(side + "Last"));
    return Analysis.run(scope(folder.resolve(row.get("id")).resolve(side)), catalog)
        .findings()
        .stream()
        .filter(finding -> finding.confidence().compareTo(least) >= 0 && isAsked(finding))
        .filter(finding -> first <= line(finding) && line(finding) <= last)
        .map(finding -> line(finding) + " " + finding.rule() + " " + finding.message())
        .toList();
  }

  private boolean isAsked(Finding finding) {
    return catalog.rule(finding.rule()).map(Rule::check).filter(CHECKS::contains).isPresent();
  }

  private static int line(Finding finding) {
    return finding.place().span().line();
  }

  private static Scope scope(Path folder) {
    return new Scope(
        "lone",
        List.of(folder),
        List.of(),
        List.of(),
        RELEASE,
        StandardCharsets.UTF_8,
        file -> true,
        Scope.Engines.SOURCE);
  }
}
