package io.github.leakcheck.maven.report;

import io.github.leakcheck.maven.report.Style.Ink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Source lines of one file with markers and words under them. */
final class Snippet {
  private static final int WIDEST = 140;
  private static final int BEFORE = 40;

  private final Style style;
  private final Ink ink;
  private final int gutter;
  private final List<String> out = new ArrayList<>();

  /**
   * @param ink of primary markers
   * @param gutter columns for line numbers
   */
  Snippet(Style style, Ink ink, int gutter) {
    this.style = style;
    this.ink = ink;
    this.gutter = gutter;
  }

  /** The lines that carry marks, in order, {@code ...} where more than one is left out. */
  List<String> render(List<String> source, List<Mark> marks) {
    TreeMap<Integer, List<Mark>> byLine = new TreeMap<>();
    marks.forEach(
        mark -> byLine.computeIfAbsent(mark.span().line(), l -> new ArrayList<>()).add(mark));
    bar("");
    int last = 0;
    for (Map.Entry<Integer, List<Mark>> entry : byLine.entrySet()) {
      int line = entry.getKey();
      if (line > source.size()) {
        continue;
      }
      gap(source, last, line);
      marked(line, source.get(line - 1), entry.getValue());
      last = line;
    }
    return out;
  }

  private void gap(List<String> source, int last, int next) {
    if (last > 0 && next == last + 2) {
      numbered(last + 1, Window.of(source.get(last), 1).shown().text());
    } else if (last > 0 && next > last + 2) {
      out.add(style.paint(Ink.FRAME, "..."));
    }
  }

  private void marked(int line, String raw, List<Mark> marks) {
    int from = marks.stream().mapToInt(mark -> mark.start(raw)).min().orElse(1);
    Window window = Window.of(raw, from);
    numbered(line, window.shown().text());
    marks.stream()
        .sorted(
            Comparator.comparingInt((Mark mark) -> mark.start(raw))
                .thenComparing(m -> !m.primary()))
        .forEach(mark -> under(window, raw, mark));
  }

  private void under(Window window, String raw, Mark mark) {
    int start = window.column(mark.start(raw));
    int length = Math.max(1, window.column(mark.end(raw)) - start);
    String marker = (mark.primary() ? "^" : "-").repeat(length);
    String label = mark.label().isEmpty() ? "" : " " + Shown.text(mark.label());
    bar(" " + " ".repeat(start) + style.paint(mark.primary() ? ink : Ink.FRAME, marker + label));
  }

  private void numbered(int line, String text) {
    String number = String.format("%" + gutter + "d |", line);
    out.add((style.paint(Ink.FRAME, number) + " " + text).stripTrailing());
  }

  private void bar(String text) {
    out.add(style.paint(Ink.FRAME, " ".repeat(gutter) + " |") + text);
  }

  /** The part of a source line that is shown; only very long lines are cut. */
  private record Window(Shown shown, int first, int lead) {
    static Window of(String raw, int from) {
      if (raw.length() <= WIDEST) {
        return new Window(Shown.of(raw), 0, 0);
      }
      int begin = Math.max(0, Math.min(from - 1 - BEFORE, raw.length() - WIDEST));
      int end = Math.min(raw.length(), begin + WIDEST);
      String lead = begin > 0 ? "..." : "";
      String tail = end < raw.length() ? "..." : "";
      return new Window(Shown.of(lead + raw.substring(begin, end) + tail), begin, lead.length());
    }

    int column(int sourceColumn) {
      return shown.column(Math.max(1, sourceColumn - first + lead));
    }
  }
}
