package io.github.leakcheck.rules;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.model.Confidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How many members of the samples of each kind are judged rightly: a member with a marked line
 * leaks, any other does not.
 */
final class Kinds {
  /** A method, constructor, initialiser or field, by its lines. */
  private record Member(int first, int last) {
    boolean has(int line) {
      return first <= line && line <= last;
    }
  }

  /** Members of one kind. */
  static final class Score {
    int leaks;
    int found;
    int clean;
    int alarms;

    void add(Score other) {
      leaks += other.leaks;
      found += other.found;
      clean += other.clean;
      alarms += other.alarms;
    }

    double f1() {
      return 2.0 * found / (found + alarms + leaks);
    }

    @Override
    public String toString() {
      return "%d/%d %d/%d".formatted(found, leaks, clean - alarms, clean);
    }
  }

  /** Which engine, as marks name it, works in the ways that have names of their own. */
  private static final Map<String, String> ENGINES =
      Map.of("alone", "source", "ecj", "bytecode", "java8", "bytecode", "newer", "bytecode");

  /** The rules about what was opened; others have samples of their own. */
  private static final Set<String> RULES =
      Catalog.load(List.of()).rules().stream()
          .filter(rule -> Set.of("must-close", "owned-field").contains(rule.check()))
          .map(Rule::id)
          .collect(Collectors.toSet());

  private Kinds() {}

  /** The score of a sample, by the lines that were reported in it. */
  static Score score(Sample sample, Set<Integer> reported) throws IOException {
    Set<Integer> leaks =
        sample.marks().stream()
            .filter(mark -> mark.kind() != Mark.Kind.NOISE)
            .map(Mark::line)
            .collect(Collectors.toSet());
    Score score = new Score();
    for (Member member : members(sample.file())) {
      boolean hit = reported.stream().anyMatch(member::has);
      if (leaks.stream().anyMatch(member::has)) {
        score.leaks++;
        score.found += hit ? 1 : 0;
      } else {
        score.clean++;
        score.alarms += hit ? 1 : 0;
      }
    }
    return score;
  }

  /** Outermost members that hold code; what stands in a lambda or class within belongs to them. */
  private static List<Member> members(Path file) throws IOException {
    ParserConfiguration language = new ParserConfiguration();
    language.setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
    Node unit = new JavaParser(language).parse(file).getResult().orElseThrow();
    List<Member> members = new ArrayList<>();
    unit.walk(
        Node.TreeTraversal.PREORDER,
        node -> {
          if (isCode(node)) {
            var range = node.getRange().orElseThrow();
            if (members.stream().noneMatch(m -> m.has(range.begin.line))) {
              members.add(new Member(range.begin.line, range.end.line));
            }
          }
        });
    return members;
  }

  private static boolean isCode(Node node) {
    if (node instanceof CallableDeclaration<?> callable) {
      return callable.findFirst(com.github.javaparser.ast.stmt.Statement.class).isPresent();
    }
    return node instanceof InitializerDeclaration
        || node instanceof FieldDeclaration field
            && field.findFirst(com.github.javaparser.ast.expr.ObjectCreationExpr.class).isPresent();
  }

  /** Lines of the findings in a sample that users see without asking for more. */
  static Set<Integer> lines(Sample sample, Reports reports) {
    return reports.outcome().findings().stream()
        .filter(finding -> finding.place().file().equals(sample.file().toString()))
        .filter(finding -> finding.confidence() != Confidence.LOW)
        .filter(finding -> RULES.contains(finding.rule()))
        .map(finding -> finding.place().span().line())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** One line a kind, one column an engine: leaks found / leaks, silent / correct members. */
  static String table(List<Sample> samples, List<KindRuns> runs) throws IOException {
    StringBuilder text = new StringBuilder();
    Map<String, Score> sums = new TreeMap<>();
    for (Sample sample : samples) {
      text.append(String.format("%-12s", sample.rule()));
      for (KindRuns run : runs) {
        Score score =
            run.samples().contains(sample)
                ? score(sample, lines(sample, run.reports()))
                : new Score();
        sums.computeIfAbsent(run.reports().engine(), e -> new Score()).add(score);
        text.append(String.format("  %-16s", score));
      }
      text.append('\n');
    }
    text.append("all         ");
    for (KindRuns run : runs) {
      text.append(String.format("  %-16s", sums.get(run.reports().engine())));
    }
    for (KindRuns run : runs) {
      Score sum = sums.get(run.reports().engine());
      text.append(
          String.format(
              "%n%-10s leaks found %.1f %%, correct members silent %.1f %%, F1 %.3f",
              run.reports().engine(),
              100.0 * sum.found / sum.leaks,
              100.0 * (sum.clean - sum.alarms) / sum.clean,
              sum.f1()));
    }
    return text.append('\n').toString();
  }

  /** What an engine says otherwise than the marks, one line each. */
  static List<String> wrong(Sample sample, Reports reports) {
    String engine = ENGINES.getOrDefault(reports.engine(), reports.engine());
    Set<Integer> expected = new HashSet<>();
    for (Mark mark : sample.marks()) {
      boolean judged = !mark.typed() || !reports.engine().equals("alone");
      if (mark.isReportedBy(engine) && !mark.low() && judged) {
        expected.add(mark.line());
      }
    }
    Set<Integer> reported = lines(sample, reports);
    List<String> wrong = new ArrayList<>();
    for (int line : new TreeSet<>(expected)) {
      if (!reported.contains(line)) {
        wrong.add(message("does not report", sample, line) + why(sample, reports, line));
      }
    }
    for (int line : reported) {
      if (!expected.contains(line)) {
        wrong.add(message("reports", sample, line) + why(sample, reports, line));
      }
    }
    return wrong;
  }

  private static String message(String what, Sample sample, int line) {
    return "%s:%d: %s: %s".formatted(sample.rule(), line, what, sample.line(line));
  }

  private static String why(Sample sample, Reports reports, int line) {
    return reports.outcome().findings().stream()
        .filter(f -> f.place().file().equals(sample.file().toString()))
        .filter(f -> f.place().span().line() == line)
        .findFirst()
        .map(f -> " [" + f.confidence() + " " + f.rule() + ": " + f.message() + "]")
        .orElse("");
  }
}
