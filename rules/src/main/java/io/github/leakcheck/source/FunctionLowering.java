package io.github.leakcheck.source;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTLambdaExpression;
import net.sourceforge.pmd.lang.java.ast.ASTLambdaParameter;
import net.sourceforge.pmd.lang.java.ast.ASTMethodReference;
import net.sourceforge.pmd.lang.java.ast.ASTSuperExpression;
import net.sourceforge.pmd.lang.java.ast.ASTTypeExpression;
import net.sourceforge.pmd.lang.java.ast.FunctionalExpression;
import net.sourceforge.pmd.lang.java.ast.TypeNode;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.symbols.JExecutableSymbol;
import net.sourceforge.pmd.lang.java.symbols.JVariableSymbol;
import net.sourceforge.pmd.lang.java.types.JMethodSig;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;

/** Lambda expressions and method references. */
final class FunctionLowering {
  private final Body body;
  private final FlowBuilder flow;

  FunctionLowering(Body body) {
    this.body = body;
    this.flow = body.flow();
  }

  int lambda(ASTLambdaExpression e) {
    ClassScope.LambdaBody lowered = body.scope().lambda(e);
    if (lowered == null) {
      lowered = lower(e);
      body.scope().add(e, lowered);
    }
    Span span = Spans.of(e);
    List<Integer> captured = new ArrayList<>();
    if (lowered.self()) {
      captured.add(body.self());
    }
    for (JVariableSymbol variable : lowered.captured()) {
      captured.add(body.read(variable, span));
    }
    int to = flow.newRegister();
    String type = body.names().of(e);
    flow.emit(new Step.Lambda(to, type, lowered.method(), captured, false), span);
    return to;
  }

  private ClassScope.LambdaBody lower(ASTLambdaExpression e) {
    Body inner =
        new Body(
            body.scope(),
            body.source(),
            body.hasSelf() ? Body.Kind.LAMBDA : Body.Kind.STATIC,
            true);
    List<String> types = new ArrayList<>();
    for (ASTLambdaParameter parameter : e.getParameters()) {
      inner.parameter(parameter.getVarId().getSymbol(), parameter.getVarId().getName());
      types.add(inner.names().of(parameter));
    }
    String result = run(e, inner);
    inner.prependCaptured();
    boolean self = body.hasSelf() && inner.usesSelf();
    List<String> all = new ArrayList<>();
    inner.locals().captured().forEach(v -> all.add(inner.names().of(Body.type(v))));
    all.addAll(types);
    MethodRef method =
        new MethodRef(
            body.scope().name(), body.scope().lambdaName(body.source().name()), all, result);
    int access = Access.PRIVATE | Access.SYNTHETIC | (self ? 0 : Access.STATIC);
    body.scope().add(inner.finish(method, access, Spans.end(e)));
    return new ClassScope.LambdaBody(method, self, inner.locals().captured());
  }

  /** Lowers the code of a lambda expression; its result type. */
  private static String run(ASTLambdaExpression e, Body inner) {
    JTypeMirror result = result(e);
    boolean isVoid = result != null && result.isVoid();
    if (e.getBlockBody() != null) {
      inner.run(e.getBlockBody());
    } else if (isVoid) {
      inner.effect(e.getExpressionBody());
    } else {
      int value = inner.value(e.getExpressionBody());
      inner.flow().leave(new Step.Return(value), Spans.of(e.getExpressionBody()));
    }
    if (result == null) {
      inner.names().unresolved();
      return MethodRef.UNKNOWN;
    }
    return isVoid ? Names.VOID : inner.names().of(result);
  }

  private static JTypeMirror result(FunctionalExpression e) {
    try {
      JMethodSig method = e.getFunctionalMethod();
      boolean unknown = method == null || method == e.getTypeSystem().UNRESOLVED_METHOD;
      return unknown ? null : method.getReturnType();
    } catch (RuntimeException | AssertionError failed) {
      return null;
    }
  }

  int reference(ASTMethodReference e) {
    Span span = Spans.of(e);
    TypeNode left = e.getLhs();
    List<Integer> captured = new ArrayList<>();
    if (e.getQualifier() != null && !(e.getQualifier() instanceof ASTTypeExpression)) {
      captured.add(body.value(e.getQualifier()));
    }
    MethodRef method = referenced(e, left, captured, span);
    int to = flow.newRegister();
    flow.emit(new Step.Lambda(to, body.names().of(e), method, captured, true), span);
    return to;
  }

  private MethodRef referenced(
      ASTMethodReference e, TypeNode left, List<Integer> captured, Span span) {
    JTypeMirror type = Names.typeOf(left);
    String owner = body.names().of(type);
    if (e.isConstructorReference() && type.isArray()) {
      return new MethodRef(owner, MethodRef.CONSTRUCTOR, List.of("int"), Names.VOID);
    }
    Overloads.Chosen found = Overloads.of(e);
    if (found == null) {
      body.names().unresolved();
      String name = e.isConstructorReference() ? MethodRef.CONSTRUCTOR : e.getMethodName();
      return new MethodRef(owner, name, null, MethodRef.UNKNOWN);
    }
    JExecutableSymbol symbol = found.symbol();
    JClassSymbol declaring = symbol.getEnclosingClass();
    if (e.isConstructorReference()) {
      captured.addAll(body.lower().creations().outer(declaring, null, span));
      captured.addAll(body.lower().creations().captured(Nesting.declaration(declaring), span));
      return new Constructors(body.names(), body.scope().nesting()).declared(symbol);
    }
    boolean exact =
        Access.has(symbol.getModifiers(), Access.STATIC)
            || declaring.getBinaryName().equals(Names.OBJECT)
            || left instanceof ASTSuperExpression;
    return body.names()
        .method(
            symbol,
            exact ? body.names().of(declaring) : body.lower().calls().owner(type, declaring));
  }
}
