package io.github.leakcheck.engine;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.github.leakcheck.model.Span;
import io.github.leakcheck.model.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An expression in a member that may be what a finding is about.
 *
 * @param creates whether it makes an object
 * @param name called method's name, or the created type's simple name (empty for an anonymous
 *     class)
 * @param base simple name behind {@code new}, which for an anonymous class is its supertype
 * @param region its name or {@code new} with the type; one line
 * @param statement lines of the innermost statement around it
 * @param turn when it is evaluated among those of the member: operands before what uses them
 */
record Expression(
    boolean creates, String name, String base, Span region, Range statement, int turn) {

  /** All in the member's own code (lambda bodies included, other members' code not), in order. */
  static List<Expression> in(SourceMember member) {
    List<Expression> found = new ArrayList<>();
    for (Node child : member.node().getChildNodes()) {
      collect(child, member.range(), found);
    }
    found.sort(
        Comparator.<Expression>comparingInt(e -> e.region.line())
            .thenComparingInt(e -> e.region.column()));
    return found;
  }

  private static void collect(Node node, Range around, List<Expression> found) {
    if (node instanceof BodyDeclaration<?>) {
      return; // a member of a class in this member
    }
    Range statement = node instanceof Statement ? node.getRange().orElse(around) : around;
    inSourceOrder(node).forEach(child -> collect(child, statement, found));
    of(node, statement, found.size()).ifPresent(found::add);
  }

  private static List<Node> inSourceOrder(Node node) {
    return node.getChildNodes().stream()
        .sorted(Comparator.comparing(child -> child.getBegin().orElse(Position.HOME)))
        .toList();
  }

  private static Optional<Expression> of(Node node, Range statement, int turn) {
    if (node instanceof MethodCallExpr call) {
      return call.getName()
          .getRange()
          .map(r -> call(call.getNameAsString(), ParsedFile.span(r), statement, turn));
    }
    if (node instanceof ObjectCreationExpr creation) {
      return creation(creation, statement, turn);
    }
    if (node instanceof MethodReferenceExpr reference) {
      return reference(reference, statement, turn);
    }
    if (node instanceof ExplicitConstructorInvocationStmt) {
      return node.getRange().map(r -> call("<init>", ParsedFile.span(r), statement, turn));
    }
    return Optional.empty();
  }

  private static Expression call(String name, Span region, Range statement, int turn) {
    return new Expression(false, name, "", region, statement, turn);
  }

  private static Optional<Expression> creation(
      ObjectCreationExpr creation, Range statement, int turn) {
    Optional<Range> type = creation.getType().getName().getRange();
    Optional<Range> start = newToken(creation).flatMap(JavaToken::getRange);
    if (type.isEmpty() || start.isEmpty()) {
      return Optional.empty();
    }
    String base = creation.getType().getNameAsString();
    String name = creation.getAnonymousClassBody().isPresent() ? "" : base;
    Range upToType = new Range(start.get().begin, type.get().end);
    Range shown = upToType.end.line == upToType.begin.line ? upToType : start.get();
    return Optional.of(new Expression(true, name, base, ParsedFile.span(shown), statement, turn));
  }

  /** {@code outer.new Inner()} starts with another expression. */
  private static Optional<JavaToken> newToken(ObjectCreationExpr creation) {
    Optional<JavaToken> token =
        creation.getScope().isPresent()
            ? creation.getScope().get().getTokenRange().map(TokenRange::getEnd)
            : creation.getTokenRange().map(TokenRange::getBegin);
    while (token.isPresent() && !token.get().getText().equals("new")) {
      token = token.get().getNextToken();
    }
    return token;
  }

  private static Optional<Expression> reference(
      MethodReferenceExpr reference, Range statement, int turn) {
    Optional<Range> region =
        reference.getTokenRange().map(TokenRange::getEnd).flatMap(JavaToken::getRange);
    if (region.isEmpty()) {
      return Optional.empty();
    }
    Span span = ParsedFile.span(region.get());
    if (!reference.getIdentifier().equals("new")) {
      return Optional.of(call(reference.getIdentifier(), span, statement, turn));
    }
    String text = reference.getScope().toString().replaceAll("<.*>", "");
    String type = text.substring(text.lastIndexOf('.') + 1);
    return Optional.of(new Expression(true, type, type, span, statement, turn));
  }

  /** Whether this could be the expression that the subject tells of. */
  boolean fits(Subject subject) {
    return switch (subject.kind()) {
      case NEW -> creates && fitsType(subject.simpleType());
      case CALL -> !creates && name.equals(subject.name());
      case FIELD, MEMBER -> false;
    };
  }

  /** Class files number anonymous classes ({@code Outer$1}) and local ones ({@code Outer$1Row}). */
  private boolean fitsType(String simpleType) {
    String plain = simpleType.replaceFirst("^\\d+", "");
    return plain.isEmpty() ? name.isEmpty() : plain.equals(base);
  }

  boolean statementCovers(int line) {
    return statement.begin.line <= line && line <= statement.end.line;
  }
}
