package io.github.leakcheck.maven.report;

import io.github.leakcheck.maven.report.Style.Ink;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Severity;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Findings as text for people: the sentence, the place, the code with markers, the cure. */
public final class ConsoleReport {
  private final Function<String, List<String>> sources;
  private final FileNames names;
  private final Style style;

  /**
   * @param sources lines of a file; none where it cannot be read
   */
  public ConsoleReport(Function<String, List<String>> sources, FileNames names, Style style) {
    this.sources = sources;
    this.names = names;
    this.style = style;
  }

  /** Several lines without a line end behind the last. */
  public String describe(Finding finding) {
    Map<String, List<Mark>> marks = marks(finding);
    int gutter = gutter(marks);
    List<String> out = new ArrayList<>();
    out.add(headline(finding));
    marks.forEach(
        (file, ofFile) -> {
          out.add(" ".repeat(gutter) + arrow(file, finding.place()) + position(file, ofFile));
          out.addAll(snippet(finding, file, ofFile, gutter));
        });
    int hidden = finding.path().size() - Stations.shown(finding).size();
    if (hidden > 0) {
      out.add(
          aside(gutter, Ink.NOTE, "note", Tally.counted(hidden, "more step") + " in the report"));
    }
    if (!finding.help().isEmpty()) {
      out.add(aside(gutter, Ink.HELP, "help", finding.help()));
    }
    return String.join(System.lineSeparator(), out);
  }

  private String headline(Finding finding) {
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    String head =
        style.paint(ink(finding.severity()), severity + "[" + Shown.text(finding.rule()) + "]");
    return head + style.paint(Ink.STRONG, ": " + Shown.text(finding.message()));
  }

  private String aside(int gutter, Ink ink, String word, String text) {
    return " ".repeat(gutter)
        + style.paint(Ink.FRAME, " = ")
        + style.paint(ink, word + ":")
        + " "
        + Shown.text(text);
  }

  private String arrow(String file, Place place) {
    return style.paint(Ink.FRAME, file.equals(place.file()) ? "--> " : "::: ");
  }

  private String position(String file, List<Mark> marks) {
    Span span = marks.stream().filter(Mark::primary).findFirst().orElse(marks.get(0)).span();
    String name = Shown.text(names.of(file));
    if (span.line() == 0) {
      return name;
    }
    return name + ":" + span.line() + (span.isExact() ? ":" + span.column() : "");
  }

  private List<String> snippet(Finding finding, String file, List<Mark> marks, int gutter) {
    List<Mark> placed = marks.stream().filter(mark -> mark.span().line() > 0).toList();
    List<String> source = sources.apply(file);
    if (placed.isEmpty() || source.isEmpty()) {
      return placed.stream()
          .filter(mark -> !mark.label().isEmpty())
          .map(mark -> aside(gutter, Ink.NOTE, "line " + mark.span().line(), mark.label()))
          .toList();
    }
    return new Snippet(style, ink(finding.severity()), gutter).render(source, placed);
  }

  /** Marks by file, the finding's own file first. */
  private static Map<String, List<Mark>> marks(Finding finding) {
    Map<String, List<Mark>> marks = new LinkedHashMap<>();
    Place place = finding.place();
    List<PathStep> steps = Stations.shown(finding);
    Optional<PathStep> here = Stations.at(place, steps);
    String label = here.map(PathStep::text).orElse("");
    add(marks, place.file(), new Mark(place.span(), label, true));
    List<PathStep> others =
        steps.stream().filter(step -> here.filter(same -> same == step).isEmpty()).toList();
    boolean numbered = !Stations.readDownwards(others);
    for (int i = 0; i < others.size(); i++) {
      PathStep step = others.get(i);
      String text = numbered ? (i + 1) + ": " + step.text() : step.text();
      add(marks, step.place().file(), new Mark(step.place().span(), text, false));
    }
    return marks;
  }

  private static void add(Map<String, List<Mark>> marks, String file, Mark mark) {
    marks.computeIfAbsent(file, f -> new ArrayList<>()).add(mark);
  }

  private static int gutter(Map<String, List<Mark>> marks) {
    int last =
        marks.values().stream()
            .flatMap(List::stream)
            .mapToInt(mark -> mark.span().line())
            .max()
            .orElse(1);
    return Integer.toString(last).length();
  }

  private static Ink ink(Severity severity) {
    return switch (severity) {
      case ERROR -> Ink.ERROR;
      case WARNING -> Ink.WARNING;
      case NOTE -> Ink.NOTE;
    };
  }
}
