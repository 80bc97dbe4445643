package io.github.leakcheck.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sample asserts of one line.
 *
 * @param rules ids of the rules that report there
 * @param engines names of the engines that see it; both if the mark names none
 * @param typed whether only with all types resolved
 * @param low whether it is reported with low confidence, so that users must ask to see it
 */
record Mark(
    Kind kind, int line, Set<String> rules, Set<String> engines, boolean typed, boolean low) {
  /** What stands after the slashes. */
  enum Kind {
    LEAK,
    MISSED,
    NOISE
  }

  private static final Pattern FORM =
      Pattern.compile("//\\s*(LEAK|MISSED|NOISE)\\b(?:\\((\\w+)\\))?(?::\\s*(.*))?$");

  private static final String LOW = "low";
  private static final String TYPED = "typed";
  private static final Set<String> BOTH = Set.of("source", "bytecode");

  /** All marks of a file; throws {@link IllegalArgumentException} for a malformed one. */
  static List<Mark> in(List<String> lines, String rule) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher form = FORM.matcher(lines.get(i).stripTrailing());
      if (form.find()) {
        marks.add(of(form, i + 1, rule));
      }
    }
    return marks;
  }

  private static Mark of(Matcher form, int line, String rule) {
    Kind kind = Kind.valueOf(form.group(1));
    String engine = form.group(2);
    String rest = form.group(3) == null ? "" : form.group(3).strip();
    boolean low = LOW.equals(engine);
    boolean typed = TYPED.equals(engine);
    boolean named = engine != null && !low && !typed;
    if (named && !BOTH.contains(engine)) {
      throw new IllegalArgumentException("line " + line + ": no engine is called " + engine);
    }
    if (kind != Kind.LEAK && rest.isEmpty()) {
      throw new IllegalArgumentException("line " + line + ": " + kind + " must say why");
    }
    Set<String> rules =
        kind == Kind.LEAK && !rest.isEmpty() ? Set.of(rest.split("\\s*,\\s*")) : Set.of(rule);
    return new Mark(kind, line, rules, named ? Set.of(engine) : BOTH, typed, low);
  }

  /** Whether the engine ({@code source}, {@code bytecode} or {@code merged}) reports this. */
  boolean isReportedBy(String engine) {
    return kind != Kind.MISSED && (engine.equals("merged") || engines.contains(engine));
  }
}
