package io.github.leakcheck.source;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.CallKind;
import io.github.leakcheck.model.Span;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTAmbiguousName;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTImportDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.ASTSuperExpression;
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTTypeExpression;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;

/** Calls of methods that could not be found: what the text says of owner and dispatch. */
final class UnresolvedCalls {
  private final Body body;

  /** Whom a call addresses; the receiver is {@link Step#NONE} for static calls. */
  private record Target(String owner, CallKind kind, int receiver) {}

  UnresolvedCalls(Body body) {
    this.body = body;
  }

  /** Calls; the register of the result, {@link Step#NONE} if it is not wanted. */
  int call(ASTMethodCall call, boolean wanted, Span span) {
    Target target = target(call, span);
    List<Integer> arguments = body.lower().calls().arguments(call.getArguments(), null, span);
    MethodRef method =
        body.names().guess(target.owner, call.getMethodName(), call.getArguments(), result(call));
    int result = wanted ? body.flow().newRegister() : Step.NONE;
    body.flow().call(new Step.Call(method, target.kind, target.receiver, arguments, result), span);
    return result;
  }

  /** What the code around wants. */
  private String result(ASTMethodCall call) {
    JTypeMirror wanted = Expected.of(call);
    return wanted == null ? MethodRef.UNKNOWN : body.names().of(wanted);
  }

  private Target target(ASTMethodCall call, Span span) {
    ASTExpression qualifier = call.getQualifier();
    if (qualifier == null) {
      return unqualified(call, span);
    }
    if (qualifier instanceof ASTTypeExpression) {
      return new Target(body.names().of(qualifier), CallKind.STATIC, Step.NONE);
    }
    if (qualifier instanceof ASTAmbiguousName name && Qualified.isType(name)) {
      return new Target(Qualified.owner(name), CallKind.STATIC, Step.NONE);
    }
    if (qualifier instanceof ASTSuperExpression) {
      JClassSymbol above = body.scope().declaration().getSymbol().getSuperclass();
      String owner = above == null ? MethodRef.UNKNOWN : body.names().of(above);
      return new Target(owner, CallKind.SPECIAL, body.value(qualifier));
    }
    return new Target(owner(Names.typeOf(qualifier)), CallKind.VIRTUAL, body.value(qualifier));
  }

  /** A receiver of type Object without the method: the inference went wrong, not the code. */
  private String owner(JTypeMirror type) {
    return type.isPrimitive() || type.isTop() ? MethodRef.UNKNOWN : body.names().of(type);
  }

  private Target unqualified(ASTMethodCall call, Span span) {
    ASTTypeDeclaration having = Overloads.having(call);
    String imported = having == null ? imported(call.getMethodName()) : null;
    if (imported != null) {
      return new Target(imported, CallKind.STATIC, Step.NONE);
    }
    JClassSymbol type = (having == null ? body.scope().declaration() : having).getSymbol();
    String owner = body.names().of(type);
    return body.hasSelf()
        ? new Target(owner, CallKind.VIRTUAL, body.instances().of(type, span))
        : new Target(owner, CallKind.STATIC, Step.NONE);
  }

  /**
   * The class from which a static import brings the name, unknown if one on demand may, null if
   * none does.
   */
  private String imported(String name) {
    boolean onDemand = false;
    for (ASTImportDeclaration i :
        body.scope().declaration().getRoot().children(ASTImportDeclaration.class)) {
      if (i.isStatic() && i.isImportOnDemand()) {
        onDemand = true;
      } else if (i.isStatic() && i.getImportedSimpleName().equals(name)) {
        String full = i.getImportedName();
        return full.substring(0, full.lastIndexOf('.'));
      }
    }
    return onDemand ? MethodRef.UNKNOWN : null;
  }
}
