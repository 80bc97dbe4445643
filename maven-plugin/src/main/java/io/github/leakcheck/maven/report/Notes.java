package io.github.leakcheck.maven.report;

import java.util.ArrayList;
import java.util.List;

/** Sentences about what could not be looked into, fit for a terminal. */
public final class Notes {
  private static final int MOST = 10;

  private Notes() {}

  /** The first ten, one line each, and how many there are besides. */
  public static List<String> shown(List<String> notes) {
    List<String> shown = new ArrayList<>();
    notes.stream().limit(MOST).map(Notes::plain).forEach(shown::add);
    if (notes.size() > MOST) {
      shown.add(Tally.counted(notes.size() - MOST, "more note") + " like these in the report");
    }
    return shown;
  }

  /** The text on one line, control characters spelled out. */
  public static String plain(String text) {
    return Shown.text(text);
  }
}
