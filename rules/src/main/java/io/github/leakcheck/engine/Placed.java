package io.github.leakcheck.engine;

import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Span;
import io.github.leakcheck.model.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gives findings their exact region, enclosing member and ordinal, from source. Class files know
 * lines only, and not always the right ones, so a finding is matched to the n-th equal expression
 * of its member; the line merely narrows.
 */
final class Placed {
  /** Findings come file by file, and few paths lead into other files. */
  private static final int KEPT = 4;

  private static final Set<PathStep.Kind> ITSELF =
      Set.of(PathStep.Kind.ACQUIRED, PathStep.Kind.GROWS);

  private final Texts texts;
  private final TreeSet<String> notes = new TreeSet<>();
  private final Map<String, Optional<ParsedFile>> parsed =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<ParsedFile>> eldest) {
          return size() > KEPT;
        }
      };

  Placed(Texts texts) {
    this.texts = texts;
  }

  /** The findings, placed as well as their sources allow. Those without source stay as they are. */
  List<Finding> place(Collection<Finding> findings) {
    Map<String, List<Finding>> byFile =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    f -> texts.path(f.place().file()), TreeMap::new, Collectors.toList()));
    List<Finding> placed = new ArrayList<>();
    byFile.forEach((file, group) -> placed.addAll(placeInFile(file, group)));
    return placed;
  }

  /**
   * The findings of guests: their own regions, or else their lines. What they are about is theirs.
   */
  List<Finding> onLines(Collection<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.placed(placed(finding.place()), finding.path()))
        .toList();
  }

  /** What could not be read. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private List<Finding> placeInFile(String file, List<Finding> findings) {
    Optional<SourceText> text = texts.text(file);
    if (text.isEmpty()) {
      return findings;
    }
    List<Finding> placed = new ArrayList<>();
    for (Finding finding : findings) {
      Finding at =
          parsed(file)
              .map(p -> exact(finding, file, p))
              .orElseGet(() -> onLine(finding, file, text.get()));
      placed.add(at.placed(at.place(), steps(finding, at.place())));
    }
    return placed;
  }

  private Optional<ParsedFile> parsed(String file) {
    return parsed.computeIfAbsent(file, this::parse);
  }

  private Optional<ParsedFile> parse(String file) {
    Optional<SourceText> text = file.endsWith(".java") ? texts.text(file) : Optional.empty();
    Optional<ParsedFile> result = text.flatMap(t -> ParsedFile.parse(t.text()));
    if (text.isPresent() && result.isEmpty()) {
      notes.add("cannot parse " + texts.inside(file) + ": findings in it have lines only");
    }
    return result;
  }

  private Finding exact(Finding finding, String file, ParsedFile parsed) {
    Optional<Spot> spot = Spot.of(finding, parsed);
    if (spot.isEmpty()) {
      return onLine(finding, file, texts.text(file).orElseThrow());
    }
    Member member = spot.get().member(finding.place().member());
    Place place = new Place(file, spot.get().region(), member);
    Subject subject = finding.subject();
    Subject counted =
        new Subject(subject.kind(), subject.type(), subject.name(), spot.get().ordinal());
    return finding.about(counted).placed(place, finding.path());
  }

  private Finding onLine(Finding finding, String file, SourceText text) {
    Place place = finding.place();
    int line = place.span().line();
    Span span = place.span().isExact() || line == 0 ? place.span() : text.trimmed(line);
    return finding.placed(new Place(file, span, place.member()), finding.path());
  }

  /**
   * Stations that stand where the finding was stand where it is now, others on their line's text.
   */
  private List<PathStep> steps(Finding before, Place now) {
    List<PathStep> steps = new ArrayList<>();
    for (PathStep step : before.path()) {
      boolean same =
          step.place().span().equals(before.place().span())
              && step.place().file().equals(before.place().file())
              && ITSELF.contains(step.kind());
      steps.add(new PathStep(step.kind(), same ? now : placed(step.place()), step.text()));
    }
    return steps;
  }

  private Place placed(Place place) {
    String file = texts.path(place.file());
    return new Place(file, region(file, place), place.member());
  }

  private Span region(String file, Place place) {
    Span span = place.span();
    if (span.isExact()) {
      return span;
    }
    if (span.line() > 0) {
      return texts.text(file).map(text -> text.trimmed(span.line())).orElse(span);
    }
    return parsed(file).flatMap(p -> Spot.title(place.member(), p)).orElse(span);
  }
}
