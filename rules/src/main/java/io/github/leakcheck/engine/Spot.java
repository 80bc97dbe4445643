package io.github.leakcheck.engine;

import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.Span;
import io.github.leakcheck.model.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where in a parsed file a finding stands.
 *
 * @param ordinal position among equal subjects of the member
 */
record Spot(SourceMember enclosing, Span region, int ordinal) {

  /** Empty if nothing in the file looks like what the finding is about. */
  static Optional<Spot> of(Finding finding, ParsedFile file) {
    List<SourceMember> members = Enclosing.candidates(finding.place(), file.members());
    Subject subject = finding.subject();
    if (subject.kind() == Subject.Kind.FIELD) {
      Optional<Spot> field = field(finding, file);
      if (field.isPresent()) {
        return field;
      }
    }
    if (subject.kind() == Subject.Kind.FIELD || subject.kind() == Subject.Kind.MEMBER) {
      return members.stream().findFirst().map(member -> new Spot(member, member.title(), 0));
    }
    return members.stream().flatMap(m -> expression(finding, m).stream()).findFirst();
  }

  private static Optional<Spot> field(Finding finding, ParsedFile file) {
    String name = finding.subject().name();
    return Enclosing.inClass(finding.place().member().className(), file.members()).stream()
        .filter(member -> isField(member) && member.name().equals(name))
        .min(Comparator.comparingInt(m -> distance(m, finding.place().span().line())))
        .map(member -> new Spot(member, member.title(), 0));
  }

  /** Region of a member's name; fields have no line in class files. */
  static Optional<Span> title(Member member, ParsedFile file) {
    return Enclosing.inClass(member.className(), file.members()).stream()
        .filter(m -> m.name().equals(member.name()))
        .filter(m -> member.name().isEmpty() || isField(m) != member.isMethod())
        .findFirst()
        .map(SourceMember::title);
  }

  private static boolean isField(SourceMember member) {
    return member.kind() == SourceMember.Kind.FIELD
        || member.kind() == SourceMember.Kind.STATIC_FIELD;
  }

  private static int distance(SourceMember member, int line) {
    return Math.abs(member.range().begin.line - line);
  }

  private static Optional<Spot> expression(Finding finding, SourceMember member) {
    List<Expression> equal =
        Expression.in(member).stream().filter(e -> e.fits(finding.subject())).toList();
    return choose(equal, finding.place().span(), finding.subject().ordinal())
        .map(chosen -> new Spot(member, chosen.region(), equal.indexOf(chosen)));
  }

  private static Optional<Expression> choose(List<Expression> equal, Span span, int ordinal) {
    if (equal.isEmpty()) {
      return Optional.empty();
    }
    if (span.isExact()) {
      return equal.stream().min(Comparator.comparingLong(e -> gap(e.region(), span)));
    }
    int line = span.line();
    List<Expression> near =
        equal.stream()
            .filter(e -> e.region().line() == line || wasMoved(e, line))
            .sorted(
                Comparator.comparing((Expression e) -> e.region().line() != line)
                    .thenComparingInt(Expression::turn))
            .toList();
    if (near.isEmpty()) {
      near =
          equal.stream()
              .filter(e -> e.statementCovers(line))
              .sorted(Comparator.comparingInt(Expression::turn))
              .toList();
    }
    if (near.isEmpty()) {
      return equal.stream().min(Comparator.comparingInt(e -> Math.abs(e.region().line() - line)));
    }
    return Optional.of(near.get(Math.min(ordinal, near.size() - 1)));
  }

  /** Compilers give parts of a statement the line of what stands before them. */
  private static boolean wasMoved(Expression expression, int line) {
    return expression.region().line() > line && expression.statementCovers(line);
  }

  private static long gap(Span a, Span b) {
    return Math.abs(a.line() - b.line()) * 10_000L + Math.abs(a.column() - b.column());
  }

  /** The member as source has it: a field's initialiser belongs to the field. */
  Member member(Member reported) {
    if (isField(enclosing) && !enclosing.name().equals(reported.name())) {
      return Member.field(reported.className(), enclosing.name());
    }
    return enclosing.kind() == SourceMember.Kind.CONSTRUCTOR && reported.isMethod()
        ? asDeclared(reported)
        : reported;
  }

  /** Class files give constructors of inner classes and enums parameters that nobody wrote. */
  private Member asDeclared(Member constructor) {
    List<String> all = constructor.parameters();
    int added = all.size() - enclosing.parameters().size();
    boolean compact = enclosing.node() instanceof CompactConstructorDeclaration;
    return compact || added <= 0
        ? constructor
        : new Member(
            constructor.className(),
            constructor.name(),
            all.subList(added, all.size()),
            constructor.descriptor());
  }
}
