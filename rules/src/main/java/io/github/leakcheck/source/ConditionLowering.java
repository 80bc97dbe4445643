package io.github.leakcheck.source;

import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.Comparison;
import io.github.leakcheck.facts.Step.ConstKind;
import io.github.leakcheck.model.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTConditionalExpression;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTInfixExpression;
import net.sourceforge.pmd.lang.java.ast.ASTNullLiteral;
import net.sourceforge.pmd.lang.java.ast.ASTPatternExpression;
import net.sourceforge.pmd.lang.java.ast.ASTUnaryExpression;
import net.sourceforge.pmd.lang.java.ast.BinaryOp;
import net.sourceforge.pmd.lang.java.ast.UnaryOp;
import net.sourceforge.pmd.lang.java.types.JPrimitiveType.PrimitiveTypeKind;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;

/** Conditions, as branches. Constant ones branch one way only. */
final class ConditionLowering {
  private final Body body;
  private final FlowBuilder flow;

  ConditionLowering(Body body) {
    this.body = body;
    this.flow = body.flow();
  }

  /** Control goes to one of the labels. */
  void lower(ASTExpression e, Label holds, Label fails) {
    if (Constants.of(e) instanceof Boolean truth) {
      flow.jump(truth ? holds : fails);
    } else if (e instanceof ASTUnaryExpression unary && unary.getOperator() == UnaryOp.NEGATION) {
      lower(unary.getOperand(), fails, holds);
    } else if (e instanceof ASTConditionalExpression choice) {
      lower(choice, holds, fails);
    } else if (e instanceof ASTInfixExpression infix && isBranching(infix)) {
      lower(infix, holds, fails);
    } else {
      isTrue(body.value(e), holds, fails, Spans.of(e));
    }
  }

  /** Whether the operator is lowered as a branch. */
  static boolean isBranching(ASTInfixExpression e) {
    return BinaryOp.CONDITIONAL_OPS.contains(e.getOperator())
        || BinaryOp.COMPARISON_OPS.contains(e.getOperator())
        || BinaryOp.EQUALITY_OPS.contains(e.getOperator())
        || isPattern(e);
  }

  private static boolean isPattern(ASTInfixExpression e) {
    return e.getOperator() == BinaryOp.INSTANCEOF
        && e.getRightOperand() instanceof ASTPatternExpression;
  }

  private void lower(ASTConditionalExpression e, Label holds, Label fails) {
    Label then = new Label();
    Label otherwise = new Label();
    lower(e.getCondition(), then, otherwise);
    flow.place(then);
    lower(e.getThenBranch(), holds, fails);
    flow.place(otherwise);
    lower(e.getElseBranch(), holds, fails);
  }

  private void lower(ASTInfixExpression e, Label holds, Label fails) {
    switch (e.getOperator()) {
      case CONDITIONAL_AND -> chain(e, holds, fails, true);
      case CONDITIONAL_OR -> chain(e, holds, fails, false);
      case INSTANCEOF -> {
        ASTPatternExpression pattern = (ASTPatternExpression) e.getRightOperand();
        int value = body.value(e.getLeftOperand());
        body.lower().patterns().match(pattern.getPattern(), value, null, fails);
        flow.jump(holds);
      }
      default -> compare(e, holds, fails);
    }
  }

  /** {@code a && b && c} leans to the left: taken apart without recursion. */
  private void chain(ASTInfixExpression e, Label holds, Label fails, boolean and) {
    Deque<ASTExpression> operands = new ArrayDeque<>();
    ASTExpression left = e;
    while (left instanceof ASTInfixExpression infix && infix.getOperator() == e.getOperator()) {
      operands.push(infix.getRightOperand());
      left = infix.getLeftOperand();
    }
    operands.push(left);
    while (operands.size() > 1) {
      Label next = new Label();
      if (and) {
        lower(operands.pop(), next, fails);
      } else {
        lower(operands.pop(), holds, next);
      }
      flow.place(next);
    }
    lower(operands.pop(), holds, fails);
  }

  private void compare(ASTInfixExpression e, Label holds, Label fails) {
    ASTExpression left = e.getLeftOperand();
    ASTExpression right = e.getRightOperand();
    switch (e.getOperator()) {
      case EQ -> equal(e, holds, fails);
      case NE -> equal(e, fails, holds);
      case LT -> ordered(Comparison.LESS, left, right, false, e, holds, fails);
      case LE -> ordered(Comparison.LESS_OR_EQUAL, left, right, false, e, holds, fails);
      case GT -> ordered(Comparison.LESS, left, right, true, e, holds, fails);
      default -> ordered(Comparison.LESS_OR_EQUAL, left, right, true, e, holds, fails);
    }
  }

  private void equal(ASTInfixExpression e, Label holds, Label fails) {
    ASTExpression left = e.getLeftOperand();
    ASTExpression right = e.getRightOperand();
    Span span = Spans.of(e);
    if (right instanceof ASTNullLiteral) {
      test(Comparison.IS_NULL, body.value(left), Step.NONE, holds, fails, span);
    } else if (left instanceof ASTNullLiteral) {
      test(Comparison.IS_NULL, body.value(right), Step.NONE, holds, fails, span);
    } else if (!equalsConstant(left, Constants.of(right), holds, fails, span)
        && !equalsConstant(right, Constants.of(left), holds, fails, span)) {
      List<Integer> operands = body.lower().expressions().operands(List.of(left, right));
      if (isInt(left) && isInt(right) || !isPrimitive(left) && !isPrimitive(right)) {
        test(Comparison.EQUAL, operands.get(0), operands.get(1), holds, fails, span);
      } else {
        opaque(operands, holds, fails, span);
      }
    }
  }

  /** Comparisons with 0, true and false are what a plain test does. */
  private boolean equalsConstant(
      ASTExpression e, Object constant, Label holds, Label fails, Span span) {
    boolean zero = Integer.valueOf(0).equals(constant) && isInt(e);
    if (!zero && !(constant instanceof Boolean)) {
      return false;
    }
    if (Boolean.TRUE.equals(constant)) {
      isTrue(body.value(e), holds, fails, span);
    } else {
      isTrue(body.value(e), fails, holds, span);
    }
    return true;
  }

  private void ordered(
      Comparison comparison,
      ASTExpression left,
      ASTExpression right,
      boolean swapped,
      ASTInfixExpression e,
      Label holds,
      Label fails) {
    List<Integer> operands = body.lower().expressions().operands(List.of(left, right));
    Span span = Spans.of(e);
    if (isInt(left) && isInt(right)) {
      int first = operands.get(swapped ? 1 : 0);
      int second = operands.get(swapped ? 0 : 1);
      test(comparison, first, second, holds, fails, span);
    } else {
      opaque(operands, holds, fails, span);
    }
  }

  private void isTrue(int value, Label holds, Label fails, Span span) {
    test(Comparison.IS_TRUE, value, Step.NONE, holds, fails, span);
  }

  private void opaque(List<Integer> operands, Label holds, Label fails, Span span) {
    int result = body.compute(operands, "boolean", span);
    test(Comparison.OPAQUE, result, Step.NONE, holds, fails, span);
  }

  private void test(
      Comparison comparison, int left, int right, Label holds, Label fails, Span span) {
    flow.branch(new Step.Test(comparison, left, right), List.of(holds, fails), span);
  }

  private static boolean isPrimitive(ASTExpression e) {
    return Names.typeOf(e).isPrimitive();
  }

  /** Whether the JVM compares such values as ints. */
  private static boolean isInt(ASTExpression e) {
    JTypeMirror type = Names.typeOf(e).unbox();
    return type.isPrimitive()
        && !type.isFloatingPoint()
        && !type.isPrimitive(PrimitiveTypeKind.LONG);
  }

  /** The condition as a value: 1 where it holds, else 0. */
  int value(ASTExpression e) {
    Span span = Spans.of(e);
    int result = flow.newRegister();
    Label holds = new Label();
    Label fails = new Label();
    Label end = new Label();
    lower(e, holds, fails);
    flow.place(holds);
    flow.emit(new Step.Const(result, ConstKind.INT, 1), span);
    flow.jump(end);
    flow.place(fails);
    flow.emit(new Step.Const(result, ConstKind.INT, 0), span);
    flow.place(end);
    return result;
  }
}
