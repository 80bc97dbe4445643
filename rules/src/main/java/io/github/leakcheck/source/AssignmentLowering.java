package io.github.leakcheck.source;

import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Span;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTAmbiguousName;
import net.sourceforge.pmd.lang.java.ast.ASTArrayAccess;
import net.sourceforge.pmd.lang.java.ast.ASTAssignableExpr.ASTNamedReferenceExpr;
import net.sourceforge.pmd.lang.java.ast.ASTAssignmentExpression;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTFieldAccess;
import net.sourceforge.pmd.lang.java.ast.ASTTypeExpression;
import net.sourceforge.pmd.lang.java.ast.ASTUnaryExpression;
import net.sourceforge.pmd.lang.java.symbols.JFieldSymbol;
import net.sourceforge.pmd.lang.java.symbols.JVariableSymbol;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;
import net.sourceforge.pmd.lang.java.types.Substitution;

/** Reads and writes of variables, fields and array elements. */
final class AssignmentLowering {
  private final Body body;
  private final FlowBuilder flow;

  AssignmentLowering(Body body) {
    this.body = body;
    this.flow = body.flow();
  }

  /** A place that can be read and written, with the registers it needs already evaluated. */
  private sealed interface Place {}

  private record Variable(JVariableSymbol symbol) implements Place {}

  private record Field(FieldRef ref, int object) implements Place {}

  private record Element(int array) implements Place {}

  /** A length of an array, or what could not be understood. */
  private record Computed(int from, String type) implements Place {}

  /** Reads a field or a length. */
  int load(ASTNamedReferenceExpr e) {
    Span span = Spans.of(e);
    int value = read(place(e), span);
    if (!(e.getReferencedSym() instanceof JFieldSymbol field)) {
      return value;
    }
    return body.lower().calls().cast(value, field.getTypeMirror(Substitution.EMPTY), e, span);
  }

  /** An assignment; its value. */
  int assign(ASTAssignmentExpression e) {
    Place place = place(e.getLeftOperand());
    Span span = Spans.of(e);
    int value;
    if (e.isCompound()) {
      int before = read(place, Spans.of(e.getLeftOperand()));
      int operand = body.value(e.getRightOperand());
      value = body.compute(List.of(before, operand), body.names().of(e), span);
    } else {
      value = body.value(e.getRightOperand());
    }
    return write(place, value, span);
  }

  /** {@code x++} and its kin. */
  int increment(ASTUnaryExpression e, boolean wanted) {
    Place place = place(e.getOperand());
    Span span = Spans.of(e);
    int before = read(place, span);
    int result = before;
    if (wanted && e.getOperator().isPostfix() && place instanceof Variable) {
      result = flow.newRegister();
      flow.emit(new Step.Copy(result, before, null), span);
    }
    int after = write(place, body.compute(List.of(before), body.names().of(e), span), span);
    return e.getOperator().isPostfix() ? result : after;
  }

  private Place place(ASTExpression e) {
    if (e instanceof ASTArrayAccess access) {
      return new Element(
          body.lower()
              .expressions()
              .operands(List.of(access.getQualifier(), access.getIndexExpression()))
              .get(0));
    }
    if (e instanceof ASTFieldAccess access) {
      return field(access);
    }
    if (e instanceof ASTNamedReferenceExpr access) {
      return named(access, Spans.of(e));
    }
    body.names().unresolved();
    return new Computed(body.value(e), MethodRef.UNKNOWN);
  }

  private Place named(ASTNamedReferenceExpr access, Span span) {
    JVariableSymbol symbol = access.getReferencedSym();
    if (symbol instanceof JFieldSymbol field) {
      boolean isStatic = field.isStatic();
      int object = isStatic ? Step.NONE : body.instances().having(field.getEnclosingClass(), span);
      return new Field(ref(field), object);
    }
    if (symbol != null) {
      return new Variable(symbol);
    }
    body.names().unresolved();
    boolean isStatic = !body.hasSelf();
    FieldRef ref = new FieldRef(body.scope().name(), access.getName(), MethodRef.UNKNOWN, isStatic);
    return new Field(ref, isStatic ? Step.NONE : body.self());
  }

  private Place field(ASTFieldAccess access) {
    JFieldSymbol field = access.getReferencedSym();
    ASTExpression qualifier = access.getQualifier();
    if (field == null) {
      return unresolved(access, qualifier);
    }
    if (field.isStatic()) {
      if (!(qualifier instanceof ASTTypeExpression)) {
        body.effect(qualifier);
      }
      return new Field(ref(field), Step.NONE);
    }
    int object = body.value(qualifier);
    if (field.getEnclosingClass().isArray()) {
      return new Computed(object, "int");
    }
    return new Field(ref(field), object);
  }

  private Place unresolved(ASTFieldAccess access, ASTExpression qualifier) {
    String owner = body.names().of(qualifier);
    body.names().unresolved();
    boolean isStatic =
        qualifier instanceof ASTTypeExpression
            || qualifier instanceof ASTAmbiguousName name && Qualified.isType(name);
    if (qualifier instanceof ASTAmbiguousName name && isStatic) {
      owner = Qualified.owner(name);
    }
    int object = isStatic ? Step.NONE : body.value(qualifier);
    return new Field(new FieldRef(owner, access.getName(), MethodRef.UNKNOWN, isStatic), object);
  }

  private FieldRef ref(JFieldSymbol field) {
    JTypeMirror type = field.getTypeMirror(Substitution.EMPTY);
    String owner = body.names().of(field.getEnclosingClass());
    return new FieldRef(owner, field.getSimpleName(), body.names().of(type), field.isStatic());
  }

  private int read(Place place, Span span) {
    if (place instanceof Variable variable) {
      return body.read(variable.symbol, span);
    }
    if (place instanceof Computed computed) {
      return body.compute(List.of(computed.from), computed.type, span);
    }
    int to = flow.newRegister();
    if (place instanceof Field field) {
      flow.emit(new Step.LoadField(to, field.ref, field.object), span);
    } else if (place instanceof Element element) {
      flow.emit(new Step.LoadElement(to, element.array), span);
    }
    return to;
  }

  private int write(Place place, int value, Span span) {
    if (place instanceof Variable variable) {
      body.write(variable.symbol, value, span);
      return body.locals().register(variable.symbol);
    }
    if (place instanceof Field field) {
      flow.emit(new Step.StoreField(field.ref, field.object, value), span);
    } else if (place instanceof Element element) {
      flow.emit(new Step.StoreElement(element.array, value), span);
    }
    return value;
  }
}
