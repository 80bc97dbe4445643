package io.github.leakcheck.engine;

import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.catalog.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code @SuppressWarnings("leakcheck")}, {@code @SuppressWarnings("leakcheck:rule-id")} and
 * the forms of PMD and SpotBugs. An annotation is about all of the declaration it stands at.
 */
final class SuppressAnnotations {
  private static final String OURS = "leakcheck";
  private static final Set<String> FOR_ALL = Set.of("all", "PMD", OURS);
  private static final String ABBREVIATION = "LEAK";

  private final Catalog catalog;

  SuppressAnnotations(Catalog catalog) {
    this.catalog = catalog;
  }

  List<Suppression> in(String file, CompilationUnit unit) {
    List<Suppression> found = new ArrayList<>();
    for (AnnotationExpr annotation : unit.findAll(AnnotationExpr.class)) {
      switch (annotation.getName().getIdentifier()) {
        case "SuppressWarnings" ->
            words(annotation).forEach(word -> add(file, annotation, word, warnings(word), found));
        case "SuppressFBWarnings" -> {
          List<String> words = words(annotation).toList();
          Stream<String> named = words.isEmpty() ? Stream.of(ABBREVIATION) : words.stream();
          named.forEach(word -> add(file, annotation, word, bugs(word), found));
        }
        default -> {}
      }
    }
    return found;
  }

  private void add(
      String file,
      AnnotationExpr annotation,
      String word,
      Optional<Set<String>> rules,
      List<Suppression> found) {
    boolean ours = word.equals(OURS) || word.startsWith(OURS + ":");
    Optional<Range> extent = annotation.getParentNode().flatMap(Node::getRange);
    if (extent.isEmpty() || !ours && rules.isEmpty()) {
      return;
    }
    int line = annotation.getRange().orElse(extent.get()).begin.line;
    String text = "@" + annotation.getName().getIdentifier() + "(\"" + word + "\")";
    Range range = extent.get();
    found.add(
        new Suppression(
            file, line, text, ours, rules.orElse(null), range.begin.line, range.end.line));
  }

  /** The words of the annotation's value; constants of other classes are not followed. */
  private static Stream<String> words(AnnotationExpr annotation) {
    if (annotation.isSingleMemberAnnotationExpr()) {
      return literals(annotation.asSingleMemberAnnotationExpr().getMemberValue());
    }
    return annotation.toNormalAnnotationExpr().stream()
        .flatMap(normal -> normal.getPairs().stream())
        .filter(pair -> pair.getNameAsString().equals("value"))
        .map(MemberValuePair::getValue)
        .flatMap(SuppressAnnotations::literals);
  }

  private static Stream<String> literals(Expression value) {
    return value.findAll(StringLiteralExpr.class).stream().map(StringLiteralExpr::asString);
  }

  private Optional<Set<String>> warnings(String word) {
    if (FOR_ALL.contains(word)) {
      return Optional.of(Set.of());
    }
    return only(
        rule -> word.equals(OURS + ":" + rule.id()) || word.equals("PMD." + rule.pmdName()));
  }

  private Optional<Set<String>> bugs(String word) {
    return word.equalsIgnoreCase(ABBREVIATION)
        ? Optional.of(Set.of())
        : only(rule -> word.equals(rule.spotBugsType()));
  }

  private Optional<Set<String>> only(Predicate<Rule> meant) {
    Set<String> ids =
        catalog.rules().stream().filter(meant).map(Rule::id).collect(Collectors.toSet());
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
  }

  /** First line of the innermost statement or declaration around a line and column. */
  static int start(CompilationUnit unit, int line, int column) {
    Node at = unit;
    int start = line;
    for (Optional<Node> next = Optional.of(unit);
        next.isPresent();
        next = child(at, line, column)) {
      at = next.get();
      if (at instanceof BodyDeclaration<?>
          || at instanceof Statement && !(at instanceof BlockStmt)) {
        start = at.getRange().map(range -> range.begin.line).orElse(start);
      }
    }
    return start;
  }

  private static Optional<Node> child(Node parent, int line, int column) {
    return parent.getChildNodes().stream()
        .filter(node -> node.getRange().filter(range -> holds(range, line, column)).isPresent())
        .findFirst();
  }

  private static boolean holds(Range range, int line, int column) {
    return (range.begin.line < line || range.begin.line == line && range.begin.column <= column)
        && (range.end.line > line || range.end.line == line && range.end.column >= column);
  }
}
