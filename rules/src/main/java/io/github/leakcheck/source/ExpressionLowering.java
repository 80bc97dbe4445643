package io.github.leakcheck.source;

import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.ConstKind;
import io.github.leakcheck.model.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTAmbiguousName;
import net.sourceforge.pmd.lang.java.ast.ASTArrayAccess;
import net.sourceforge.pmd.lang.java.ast.ASTArrayAllocation;
import net.sourceforge.pmd.lang.java.ast.ASTArrayInitializer;
import net.sourceforge.pmd.lang.java.ast.ASTAssignmentExpression;
import net.sourceforge.pmd.lang.java.ast.ASTCastExpression;
import net.sourceforge.pmd.lang.java.ast.ASTClassLiteral;
import net.sourceforge.pmd.lang.java.ast.ASTConditionalExpression;
import net.sourceforge.pmd.lang.java.ast.ASTConstructorCall;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTFieldAccess;
import net.sourceforge.pmd.lang.java.ast.ASTInfixExpression;
import net.sourceforge.pmd.lang.java.ast.ASTLambdaExpression;
import net.sourceforge.pmd.lang.java.ast.ASTLiteral;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.ASTMethodReference;
import net.sourceforge.pmd.lang.java.ast.ASTNullLiteral;
import net.sourceforge.pmd.lang.java.ast.ASTSuperExpression;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchExpression;
import net.sourceforge.pmd.lang.java.ast.ASTThisExpression;
import net.sourceforge.pmd.lang.java.ast.ASTUnaryExpression;
import net.sourceforge.pmd.lang.java.ast.ASTVariableAccess;
import net.sourceforge.pmd.lang.java.ast.BinaryOp;
import net.sourceforge.pmd.lang.java.ast.JavaNode;
import net.sourceforge.pmd.lang.java.ast.JavaVisitorBase;
import net.sourceforge.pmd.lang.java.ast.UnaryOp;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.symbols.JVariableSymbol;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;
import net.sourceforge.pmd.lang.java.types.TypeOps;

/** Expressions: each leaves its value in a register. */
final class ExpressionLowering extends JavaVisitorBase<Void, Integer> {
  private final Body body;

  ExpressionLowering(Body body) {
    this.body = body;
  }

  /** The register with the value. */
  int value(ASTExpression e) {
    Object constant = Constants.of(e);
    return constant == null ? e.acceptVisitor(this, null) : body.constant(constant, Spans.of(e));
  }

  /** Evaluates for effects only. */
  void effect(ASTExpression e) {
    if (e instanceof ASTMethodCall call) {
      body.lower().calls().call(call, false);
    } else if (e instanceof ASTUnaryExpression unary && !unary.getOperator().isPure()) {
      body.lower().assignments().increment(unary, false);
    } else {
      value(e);
    }
  }

  /** Values of operands that are evaluated in order. */
  List<Integer> operands(List<? extends ASTExpression> list) {
    List<Integer> values = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      int value = value(list.get(i));
      values.add(i + 1 < list.size() ? kept(list.get(i), value) : value);
    }
    return values;
  }

  /** A copy if the value is in a variable that a later operand could write. */
  int kept(ASTExpression e, int value) {
    if (!body.locals().isUnstable(value)) {
      return value;
    }
    int copy = body.flow().newRegister();
    body.flow().emit(new Step.Copy(copy, value, null), Spans.of(e));
    return copy;
  }

  /** Code that could not be understood. */
  @Override
  public Integer visitJavaNode(JavaNode node, Void data) {
    return body.unknown(List.of(), Spans.of(node));
  }

  @Override
  public Integer visitLiteral(ASTLiteral literal, Void data) {
    int to = body.flow().newRegister();
    ConstKind kind = literal instanceof ASTNullLiteral ? ConstKind.NULL : ConstKind.OTHER;
    body.flow().emit(new Step.Const(to, kind, null), Spans.of(literal));
    return to;
  }

  @Override
  public Integer visit(ASTClassLiteral literal, Void data) {
    int to = body.flow().newRegister();
    String name = body.names().of(literal.getTypeNode());
    body.flow().emit(new Step.Const(to, ConstKind.CLASS, name), Spans.of(literal));
    return to;
  }

  @Override
  public Integer visit(ASTThisExpression e, Void data) {
    if (e.getQualifier() != null && classOf(Names.typeOf(e)) != null) {
      return body.instances().of(classOf(Names.typeOf(e)), Spans.of(e));
    }
    return body.self();
  }

  @Override
  public Integer visit(ASTSuperExpression e, Void data) {
    JClassSymbol named = e.getQualifier() == null ? null : classOf(Names.typeOf(e.getQualifier()));
    if (named != null && !named.isInterface()) {
      return body.instances().of(named, Spans.of(e));
    }
    return body.self();
  }

  private static JClassSymbol classOf(JTypeMirror type) {
    return type.getSymbol() instanceof JClassSymbol symbol ? symbol : null;
  }

  @Override
  public Integer visit(ASTVariableAccess e, Void data) {
    JVariableSymbol variable = e.getReferencedSym();
    if (variable != null && !variable.isField()) {
      return body.read(variable, Spans.of(e));
    }
    return body.lower().assignments().load(e);
  }

  @Override
  public Integer visit(ASTFieldAccess e, Void data) {
    return body.lower().assignments().load(e);
  }

  /** What is neither a variable nor a type that could be found: perhaps an inherited field. */
  @Override
  public Integer visit(ASTAmbiguousName e, Void data) {
    Span span = Spans.of(e);
    String first = e.getName().split("\\.")[0];
    body.names().unresolved();
    int to = body.flow().newRegister();
    boolean isStatic = !body.hasSelf();
    FieldRef field = new FieldRef(body.scope().name(), first, MethodRef.UNKNOWN, isStatic);
    body.flow().emit(new Step.LoadField(to, field, isStatic ? Step.NONE : body.self()), span);
    return first.equals(e.getName()) ? to : body.unknown(List.of(to), span);
  }

  @Override
  public Integer visit(ASTArrayAccess e, Void data) {
    List<Integer> operands = operands(List.of(e.getQualifier(), e.getIndexExpression()));
    int to = body.flow().newRegister();
    body.flow().emit(new Step.LoadElement(to, operands.get(0)), Spans.of(e));
    return to;
  }

  @Override
  public Integer visit(ASTAssignmentExpression e, Void data) {
    return body.lower().assignments().assign(e);
  }

  @Override
  public Integer visit(ASTUnaryExpression e, Void data) {
    if (!e.getOperator().isPure()) {
      return body.lower().assignments().increment(e, true);
    }
    if (e.getOperator() == UnaryOp.NEGATION) {
      return body.lower().conditions().value(e);
    }
    int operand = value(e.getOperand());
    return body.compute(List.of(operand), body.names().of(e), Spans.of(e));
  }

  @Override
  public Integer visit(ASTInfixExpression e, Void data) {
    if (ConditionLowering.isBranching(e)) {
      return body.lower().conditions().value(e);
    }
    if (e.getOperator() == BinaryOp.INSTANCEOF) {
      int value = value(e.getLeftOperand());
      String type = body.names().of(e.getRightOperand());
      int to = body.flow().newRegister();
      body.flow().emit(new Step.InstanceOf(to, value, type), Spans.of(e));
      return to;
    }
    return body.compute(operands(chain(e)), body.names().of(e), Spans.of(e));
  }

  /** Operands of arithmetic that leans to the left: taken apart without recursion. */
  private static List<ASTExpression> chain(ASTInfixExpression e) {
    Deque<ASTExpression> operands = new ArrayDeque<>();
    ASTExpression left = e;
    while (left instanceof ASTInfixExpression infix
        && !ConditionLowering.isBranching(infix)
        && infix.getOperator() != BinaryOp.INSTANCEOF
        && Constants.of(infix) == null) {
      operands.push(infix.getRightOperand());
      left = infix.getLeftOperand();
    }
    operands.push(left);
    return new ArrayList<>(operands);
  }

  @Override
  public Integer visit(ASTConditionalExpression e, Void data) {
    int result = body.flow().newRegister();
    Label then = new Label();
    Label otherwise = new Label();
    Label end = new Label();
    body.condition(e.getCondition(), then, otherwise);
    body.flow().place(then);
    choose(e.getThenBranch(), result);
    body.flow().jump(end);
    body.flow().place(otherwise);
    choose(e.getElseBranch(), result);
    body.flow().place(end);
    return result;
  }

  private void choose(ASTExpression branch, int result) {
    if (body.flow().isReachable()) {
      body.flow().emit(new Step.Copy(result, value(branch), null), Spans.of(branch));
    }
  }

  @Override
  public Integer visit(ASTCastExpression e, Void data) {
    int value = value(e.getOperand());
    JTypeMirror type = Names.typeOf(e.getCastType());
    JTypeMirror from = Names.typeOf(e.getOperand());
    if (type.isPrimitive() && from.isPrimitive()) {
      return type.equals(from)
          ? value
          : body.compute(List.of(value), body.names().of(type), Spans.of(e));
    }
    if (type.isPrimitive() || from.isPrimitive() || isUpcast(from, type)) {
      return value;
    }
    int to = body.flow().newRegister();
    body.flow().emit(new Step.Cast(to, value, body.names().of(type)), Spans.of(e));
    return to;
  }

  private static boolean isUpcast(JTypeMirror from, JTypeMirror to) {
    return !TypeOps.isUnresolved(from)
        && !TypeOps.isUnresolved(to)
        && from.getErasure().isSubtypeOf(to.getErasure());
  }

  @Override
  public Integer visit(ASTMethodCall e, Void data) {
    return body.lower().calls().call(e, true);
  }

  @Override
  public Integer visit(ASTConstructorCall e, Void data) {
    return body.lower().creations().create(e);
  }

  @Override
  public Integer visit(ASTArrayAllocation e, Void data) {
    return body.lower().creations().create(e);
  }

  @Override
  public Integer visit(ASTArrayInitializer e, Void data) {
    return body.lower().creations().create(e);
  }

  @Override
  public Integer visit(ASTLambdaExpression e, Void data) {
    return body.lower().functions().lambda(e);
  }

  @Override
  public Integer visit(ASTMethodReference e, Void data) {
    return body.lower().functions().reference(e);
  }

  @Override
  public Integer visit(ASTSwitchExpression e, Void data) {
    return body.lower().switches().expression(e);
  }
}
