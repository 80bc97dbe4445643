package io.github.leakcheck.engine;

import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Span;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes one finding of those that mean the same leak, whoever found them. */
final class Merge {
  /** By file, line, column and rule. */
  static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.place().file())
          .thenComparingInt(f -> f.place().span().line())
          .thenComparingInt(f -> f.place().span().column())
          .thenComparing(Finding::rule)
          .thenComparing(f -> f.place().member().qualifiedName())
          .thenComparing(Finding::message);

  /** The surer one first, then the one that tells more, then the one that tells it exactly. */
  private static final Comparator<Finding> BETTER =
      Comparator.comparing(Finding::confidence)
          .thenComparingInt(f -> f.path().size())
          .thenComparingLong(Merge::exactSteps)
          .thenComparing(f -> f.engines().contains(Finding.SOURCE));

  private record Key(String rule, String file, Object where) {}

  private record Unplaced(String member, String kind, String type, String name, int ordinal) {}

  private Merge() {}

  /** One finding per leak, sorted. */
  static List<Finding> merge(Collection<Finding> findings) {
    Map<Key, Finding> merged = new LinkedHashMap<>();
    findings.stream().sorted(ORDER).forEach(f -> merged.merge(key(f), f, Merge::both));
    return merged.values().stream().sorted(ORDER).toList();
  }

  private static Key key(Finding finding) {
    Place place = finding.place();
    Span span = place.span();
    return new Key(finding.rule(), place.file(), span.isExact() ? span : unplaced(finding));
  }

  private static Unplaced unplaced(Finding finding) {
    var subject = finding.subject();
    return new Unplaced(
        finding.place().member().qualifiedName(),
        subject.kind().name(),
        subject.simpleType(),
        subject.name(),
        subject.ordinal());
  }

  private static Finding both(Finding a, Finding b) {
    Finding better = BETTER.compare(a, b) >= 0 ? a : b;
    Finding other = better == a ? b : a;
    List<io.github.leakcheck.model.PathStep> path =
        better.path().size() >= other.path().size() ? better.path() : other.path();
    TreeSet<String> engines = new TreeSet<>(a.engines());
    engines.addAll(b.engines());
    Confidence confidence =
        a.confidence().compareTo(b.confidence()) >= 0 ? a.confidence() : b.confidence();
    return new Finding(
        better.rule(),
        better.severity(),
        confidence,
        better.subject(),
        better.message(),
        better.help(),
        better.place(),
        path,
        engines);
  }

  private static long exactSteps(Finding finding) {
    return finding.path().stream().filter(step -> step.place().span().isExact()).count();
  }
}
