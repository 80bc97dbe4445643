package io.github.leakcheck.source;

import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Span;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;

/** The objects that {@code this}, {@code Outer.this} and unqualified members mean. */
final class Instances {
  private final Body body;

  Instances(Body body) {
    this.body = body;
  }

  /** The innermost enclosing object that has members of the class. */
  int having(JClassSymbol owner, Span span) {
    return walk(type -> isSubclass(type, owner), span);
  }

  /** {@code Owner.this}. */
  int of(JClassSymbol owner, Span span) {
    return walk(owner::equals, span);
  }

  private int walk(Predicate<JClassSymbol> wanted, Span span) {
    ASTTypeDeclaration at = body.scope().declaration();
    Nesting nesting = body.scope().nesting();
    int object = body.self();
    while (!wanted.test(at.getSymbol()) && nesting.hasOuter(at)) {
      ASTTypeDeclaration around = Nesting.around(at);
      int outer = body.flow().newRegister();
      FieldRef field =
          new FieldRef(at.getBinaryName(), nesting.outerField(at), around.getBinaryName(), false);
      body.flow().emit(new Step.LoadField(outer, field, object), span);
      object = outer;
      at = around;
    }
    return object;
  }

  /** The class in the lexical nest that has members of {@code owner}, else the innermost one. */
  JClassSymbol classHaving(JClassSymbol owner) {
    ASTTypeDeclaration innermost = body.scope().declaration();
    for (ASTTypeDeclaration at = innermost; at != null; at = Nesting.around(at)) {
      if (isSubclass(at.getSymbol(), owner)) {
        return at.getSymbol();
      }
    }
    return innermost.getSymbol();
  }

  static boolean isSubclass(JClassSymbol type, JClassSymbol of) {
    return isSubclass(type, of, new HashSet<>());
  }

  private static boolean isSubclass(JClassSymbol type, JClassSymbol of, Set<JClassSymbol> seen) {
    if (type == null || !seen.add(type)) {
      return false;
    }
    return type.equals(of)
        || isSubclass(type.getSuperclass(), of, seen)
        || type.getSuperInterfaces().stream().anyMatch(next -> isSubclass(next, of, seen));
  }
}
