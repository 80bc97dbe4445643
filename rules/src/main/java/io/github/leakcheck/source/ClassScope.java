package io.github.leakcheck.source;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.pmd.lang.java.ast.ASTLambdaExpression;
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;
import net.sourceforge.pmd.lang.java.symbols.JVariableSymbol;

/** A class while its bodies are lowered: what they share. */
final class ClassScope {
  private final ASTTypeDeclaration declaration;
  private final Nesting nesting;
  private final List<MethodFlow> flows = new ArrayList<>();
  private final Map<ASTLambdaExpression, LambdaBody> lambdas = new HashMap<>();
  private int lambdaCount;

  /**
   * A lambda expression whose body was lowered.
   *
   * @param self whether the body uses {@code this}
   * @param captured local variables it uses, in the order of its parameters
   */
  record LambdaBody(MethodRef method, boolean self, List<JVariableSymbol> captured) {}

  ClassScope(ASTTypeDeclaration declaration, Nesting nesting) {
    this.declaration = declaration;
    this.nesting = nesting;
  }

  ASTTypeDeclaration declaration() {
    return declaration;
  }

  String name() {
    return declaration.getBinaryName();
  }

  Nesting nesting() {
    return nesting;
  }

  /** Flows finished so far. */
  List<MethodFlow> flows() {
    return flows;
  }

  void add(MethodFlow flow) {
    flows.add(flow);
  }

  /**
   * The body of a lambda expression, null if it was not lowered yet. Copies of the code around it
   * (finally blocks, initialisers in several constructors) share one body.
   */
  LambdaBody lambda(ASTLambdaExpression node) {
    return lambdas.get(node);
  }

  void add(ASTLambdaExpression node, LambdaBody body) {
    lambdas.put(node, body);
  }

  /** A fresh name for the body of a lambda expression in a member. */
  String lambdaName(String member) {
    String around =
        switch (member) {
          case MethodRef.CONSTRUCTOR -> "new";
          case MethodRef.STATIC_INITIALISER -> "static";
          default -> member;
        };
    return "lambda$" + around + "$" + lambdaCount++;
  }
}
