package io.github.leakcheck.source;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.CallKind;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTArgumentList;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTList;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.ASTSuperExpression;
import net.sourceforge.pmd.lang.java.ast.ASTTypeExpression;
import net.sourceforge.pmd.lang.java.ast.TypeNode;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.symbols.JExecutableSymbol;
import net.sourceforge.pmd.lang.java.types.JArrayType;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;
import net.sourceforge.pmd.lang.java.types.Substitution;
import net.sourceforge.pmd.lang.java.types.TypeOps;

/** Method calls and the arguments of any call. */
final class CallLowering {
  private final Body body;
  private final FlowBuilder flow;

  CallLowering(Body body) {
    this.body = body;
    this.flow = body.flow();
  }

  /** Calls; the register of the result, {@link Step#NONE} if it is not wanted. */
  int call(ASTMethodCall call, boolean wanted) {
    Overloads.Chosen found = Overloads.of(call);
    Span span = Spans.name(call);
    if (found == null) {
      return new UnresolvedCalls(body).call(call, wanted, span);
    }
    JExecutableSymbol symbol = found.symbol();
    boolean isStatic = Access.has(symbol.getModifiers(), Access.STATIC);
    int receiver = receiver(call, symbol, isStatic, span);
    List<Integer> arguments = arguments(call.getArguments(), found, span);
    MethodRef method = body.names().method(symbol, owner(call, symbol, isStatic));
    int result = wanted && !method.result().equals(Names.VOID) ? flow.newRegister() : Step.NONE;
    CallKind kind = kind(call, symbol, isStatic);
    flow.call(new Step.Call(method, kind, receiver, arguments, result), span);
    if (!wanted) {
      return Step.NONE;
    }
    return result == Step.NONE
        ? body.unknown(List.of(), span)
        : cast(result, symbol.getReturnType(Substitution.EMPTY), call, span);
  }

  private static CallKind kind(ASTMethodCall call, JExecutableSymbol symbol, boolean isStatic) {
    if (isStatic) {
      return CallKind.STATIC;
    }
    boolean exact =
        call.getQualifier() instanceof ASTSuperExpression
            || Access.has(symbol.getModifiers(), Access.PRIVATE);
    return exact ? CallKind.SPECIAL : CallKind.VIRTUAL;
  }

  private int receiver(ASTMethodCall call, JExecutableSymbol symbol, boolean isStatic, Span span) {
    ASTExpression qualifier = call.getQualifier();
    if (isStatic) {
      if (qualifier != null && !(qualifier instanceof ASTTypeExpression)) {
        body.effect(qualifier);
      }
      return Step.NONE;
    }
    if (qualifier == null) {
      return body.instances().having(symbol.getEnclosingClass(), span);
    }
    int value = body.value(qualifier);
    return call.getArguments().isEmpty()
        ? value
        : body.lower().expressions().kept(qualifier, value);
  }

  private String owner(ASTMethodCall call, JExecutableSymbol symbol, boolean isStatic) {
    JClassSymbol declaring = symbol.getEnclosingClass();
    ASTExpression qualifier = call.getQualifier();
    if (declaring.isArray()) {
      return body.names().of(qualifier);
    }
    if (isStatic || declaring.getBinaryName().equals(Names.OBJECT)) {
      return body.names().of(declaring);
    }
    if (qualifier == null) {
      return body.names().of(body.instances().classHaving(declaring));
    }
    return qualifier instanceof ASTSuperExpression e
        ? superOwner(e, declaring)
        : owner(Names.typeOf(qualifier), declaring);
  }

  /** The class above, or the interface that is named. */
  private String superOwner(ASTSuperExpression e, JClassSymbol declaring) {
    boolean named =
        e.getQualifier() != null
            && Names.typeOf(e.getQualifier()).getSymbol() instanceof JClassSymbol type
            && type.isInterface();
    JClassSymbol above = body.scope().declaration().getSymbol().getSuperclass();
    if (named) {
      return body.names().of(e.getQualifier());
    }
    boolean inherited = above != null && Instances.isSubclass(above, declaring);
    return body.names().of(inherited ? above : declaring);
  }

  /** The receiver's erased type; of several bounds the one that has the method. */
  String owner(JTypeMirror receiver, JClassSymbol declaring) {
    JTypeMirror erased = receiver.getErasure();
    boolean fits =
        erased.getSymbol() instanceof JClassSymbol type
            && (type.isUnresolved() || Instances.isSubclass(type, declaring));
    return fits ? body.names().of(erased) : body.names().of(declaring);
  }

  /** Evaluates arguments; those of a variable arity parameter go into an array. */
  List<Integer> arguments(ASTArgumentList list, Overloads.Chosen found, Span span) {
    List<ASTExpression> expressions = ASTList.orEmptyStream(list).toList();
    if (found == null || !found.varargs()) {
      return body.lower().expressions().operands(expressions);
    }
    List<JTypeMirror> formals = found.symbol().getFormalParameterTypes(Substitution.EMPTY);
    int fixed = formals.size() - 1;
    List<Integer> values =
        new ArrayList<>(body.lower().expressions().operands(expressions.subList(0, fixed)));
    values.add(
        body.lower()
            .creations()
            .array(
                body.names().of(formals.get(fixed)),
                expressions.subList(fixed, expressions.size()),
                span));
    return values;
  }

  /** The cast that erasure makes necessary where a type variable was declared. */
  int cast(int value, JTypeMirror declared, TypeNode use, Span span) {
    JTypeMirror element = declared instanceof JArrayType array ? array.getElementType() : declared;
    if (!element.isTypeVariable()) {
      return value;
    }
    JTypeMirror actual = Names.typeOf(use).getErasure();
    if (TypeOps.isUnresolvedOrNull(actual)
        || actual.isPrimitive()
        || declared.getErasure().isSubtypeOf(actual)) {
      return value;
    }
    int cast = flow.newRegister();
    flow.emit(new Step.Cast(cast, value, body.names().of(actual)), span);
    return cast;
  }
}
