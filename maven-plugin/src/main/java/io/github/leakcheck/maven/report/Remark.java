package io.github.leakcheck.maven.report;

import com.google.gson.JsonObject;
import io.github.leakcheck.model.Severity;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A finding as review systems show it beside the code.
 *
 * @param file relative to the root of the repository
 * @param line 0 if unknown
 * @param column 0 if unknown
 */
public record Remark(
    Severity severity,
    String rule,
    String message,
    String file,
    int line,
    int column,
    int endColumn,
    String fingerprint) {

  private static final Comparator<Remark> WORST_FIRST =
      Comparator.comparing(Remark::severity)
          .thenComparing(Remark::file)
          .thenComparingInt(Remark::line)
          .thenComparingInt(Remark::column)
          .thenComparing(Remark::rule);

  /** Those of modules, the worst first. */
  public static List<Remark> of(List<SarifPart> parts) {
    return parts.stream()
        .flatMap(part -> part.results().stream())
        .map(Remark::of)
        .sorted(WORST_FIRST)
        .toList();
  }

  private static Remark of(JsonObject result) {
    return new Remark(
        Severity.valueOf(SarifResult.level(result).toUpperCase(Locale.ROOT)),
        SarifResult.rule(result),
        Shown.text(SarifResult.message(result)),
        URLDecoder.decode(SarifResult.address(result).replace("+", "%2B"), StandardCharsets.UTF_8),
        SarifResult.region(result, "startLine"),
        SarifResult.region(result, "startColumn"),
        SarifResult.region(result, "endColumn"),
        SarifResult.fingerprint(result));
  }

  /** How many there are of each severity. */
  static Tally tally(List<Remark> remarks) {
    int[] counts = new int[Severity.values().length];
    remarks.forEach(remark -> counts[remark.severity().ordinal()]++);
    return new Tally(counts[0], counts[1], counts[2]);
  }

  /** {@code path:12}. */
  String place() {
    return line == 0 ? file : file + ":" + line;
  }
}
