package io.github.leakcheck.maven.filter;

import io.github.leakcheck.maven.change.Change;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps the findings that a change brought. Code that was only moved or laid out anew brings none.
 */
public record ChangedLines(Change change, Extent extent) implements Filter {
  /** What of a finding must lie in the change. */
  public enum Extent {
    /** The line where the finding stands. */
    LINE,
    /** That, or another line of its path, or something taken away between them. */
    PATH,
    /** Its file. */
    FILE
  }

  @Override
  public List<Finding> apply(List<Finding> findings) {
    if (extent == Extent.FILE) {
      return findings.stream().filter(finding -> change.touched(finding.place())).toList();
    }
    Set<Finding> acquired = acquiredAnew(findings);
    return findings.stream()
        .filter(finding -> acquired.contains(finding) || extent == Extent.PATH && isLed(finding))
        .toList();
  }

  /** Whether the change wrote a line. */
  public boolean wrote(String file, int line) {
    return change.wrote(new Place(file, Span.ofLine(line), Member.field("", "")));
  }

  /** Of equal statements, some moved and some new, the last count as the new ones. */
  private Set<Finding> acquiredAnew(List<Finding> findings) {
    Map<String, Integer> left = new HashMap<>();
    Set<Finding> anew = new HashSet<>();
    for (int i = findings.size() - 1; i >= 0; i--) {
      Finding finding = findings.get(i);
      if (change.wrote(finding.place())) {
        String key = finding.rule() + "\n" + change.statement(finding.place());
        int before = left.computeIfAbsent(key, k -> change.brought(finding.place()));
        left.put(key, before - 1);
        if (before > 0) {
          anew.add(finding);
        }
      }
    }
    return anew;
  }

  private boolean isLed(Finding finding) {
    Place place = finding.place();
    boolean anew =
        finding.path().stream()
            .map(PathStep::place)
            .filter(step -> !step.equals(place))
            .anyMatch(step -> change.wrote(step) && change.brought(step) > 0);
    int[] lines =
        Stream.concat(Stream.of(place), finding.path().stream().map(PathStep::place))
            .filter(step -> step.file().equals(place.file()))
            .flatMapToInt(step -> IntStream.of(step.span().line()))
            .sorted()
            .toArray();
    return anew || change.cut(place, lines[0], lines[lines.length - 1]);
  }
}
