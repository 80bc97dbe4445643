package io.github.leakcheck.engine;

import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.comments.CommentsCollection;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the code itself sets aside, by annotation or comment. */
public final class Suppressions {
  /** Words without which a text has none of ours, searched as plain strings for speed. */
  private static final List<String> OURS = List.of("leakcheck:", "\"leakcheck\"");

  private static final Pattern ANY = Pattern.compile("leakcheck|Suppress\\w*Warnings|NOPMD");

  /**
   * A suppression that hides nothing.
   *
   * @param file absolute path
   * @param text as the code says it
   */
  public record Unused(String file, int line, String text) {}

  private final Scope scope;
  private final Catalog catalog;
  private final Sources sources;
  private final Texts texts;
  private final List<Unused> unused = new ArrayList<>();

  public Suppressions(Scope scope, Catalog catalog) {
    this.scope = scope;
    this.catalog = catalog;
    this.sources = Sources.of(scope);
    this.texts = new Texts(sources, scope.encoding());
  }

  /**
   * The findings that nothing in the code hides, in the same order.
   *
   * @param asked whether findings of a rule are among these, if there are any; what hides others is
   *     not called unused
   */
  public List<Finding> keep(List<Finding> findings, Predicate<String> asked) {
    Map<String, List<Finding>> byFile =
        findings.stream().collect(Collectors.groupingBy(finding -> finding.place().file()));
    Set<Finding> hidden = new HashSet<>();
    for (Sources.File source : sources.files()) {
      String file = source.path().toString();
      List<Finding> here = byFile.getOrDefault(file, List.of());
      Set<Suppression> used = new HashSet<>();
      List<Suppression> all = read(file, here, hidden, used);
      if (scope.included().test(source.inside())) {
        all.stream()
            .filter(suppression -> suppression.ours() && !used.contains(suppression))
            .filter(suppression -> isAsked(suppression, asked))
            .map(one -> new Unused(one.file(), one.line(), one.text()))
            .forEach(unused::add);
      }
    }
    return findings.stream().filter(finding -> !hidden.contains(finding)).toList();
  }

  /** Those of leakcheck's own forms that hid nothing so far, by file and line. */
  public List<Unused> unused() {
    return List.copyOf(unused);
  }

  private boolean isAsked(Suppression suppression, Predicate<String> asked) {
    return suppression.rules() == null
        || (suppression.rules().isEmpty()
            ? catalog.rules().stream().allMatch(rule -> asked.test(rule.id()))
            : suppression.rules().stream().allMatch(asked));
  }

  /** All suppressions of a file that matter; adds what they hide and which of them did. */
  private List<Suppression> read(
      String file, List<Finding> findings, Set<Finding> hidden, Set<Suppression> used) {
    Optional<SourceText> text = texts.text(file);
    if (text.isEmpty() || !mayHave(text.get().text(), findings.isEmpty())) {
      return List.of();
    }
    Optional<ParseResult<CompilationUnit>> parsed = SourceParser.parse(text.get().text());
    Optional<CompilationUnit> unit = parsed.flatMap(ParseResult::getResult);
    List<Suppression> all =
        new ArrayList<>(
            new IgnoreComments(catalog).in(file, text.get().lines(), comments(parsed, text.get())));
    unit.ifPresent(known -> all.addAll(new SuppressAnnotations(catalog).in(file, known)));
    for (Finding finding : findings) {
      int start = start(unit, finding.place().span());
      for (Suppression suppression : all) {
        if (suppression.hides(finding, start)) {
          hidden.add(finding);
          used.add(suppression);
        }
      }
    }
    return all;
  }

  private static boolean mayHave(String text, boolean onlyOurs) {
    return onlyOurs ? OURS.stream().anyMatch(text::contains) : ANY.matcher(text).find();
  }

  private static int start(Optional<CompilationUnit> unit, Span span) {
    return unit.map(parsed -> SuppressAnnotations.start(parsed, span.line(), span.column()))
        .orElse(span.line());
  }

  /** Where comments start: as the parser says, or at the first slashes if it gave up. */
  private static IntUnaryOperator comments(
      Optional<ParseResult<CompilationUnit>> parsed, SourceText text) {
    Optional<CommentsCollection> known = parsed.flatMap(ParseResult::getCommentsCollection);
    if (known.isEmpty()) {
      return line -> text.line(line).indexOf("//");
    }
    Map<Integer, Integer> columns =
        known.get().getLineComments().stream()
            .flatMap(comment -> comment.getRange().stream())
            .collect(Collectors.toMap(r -> r.begin.line, r -> r.begin.column - 1, (a, b) -> a));
    return line -> columns.getOrDefault(line, -1);
  }
}
