package io.github.leakcheck.source;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.CallKind;
import io.github.leakcheck.facts.Step.Comparison;
import io.github.leakcheck.facts.Step.ConstKind;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTGuard;
import net.sourceforge.pmd.lang.java.ast.ASTNullLiteral;
import net.sourceforge.pmd.lang.java.ast.ASTPattern;
import net.sourceforge.pmd.lang.java.ast.ASTStatement;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchArrowBranch;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchArrowRHS;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchBranch;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchExpression;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchFallthroughBranch;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchLabel;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchLike;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchStatement;
import net.sourceforge.pmd.lang.java.ast.JavaNode;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;

/** Switch statements and expressions, over constants and over patterns. */
final class SwitchLowering {
  private static final String MATCH_EXCEPTION = "java.lang.MatchException";

  private final Body body;
  private final FlowBuilder flow;

  /** A branch and the label where its code starts. */
  private record Branch(ASTSwitchBranch node, Label start) {}

  SwitchLowering(Body body) {
    this.body = body;
    this.flow = body.flow();
  }

  void statement(ASTSwitchStatement statement) {
    lower(statement, null);
  }

  /** The register with the value of a switch expression. */
  int expression(ASTSwitchExpression expression) {
    int result = flow.newRegister();
    lower(expression, new Jumps.Yield(result));
    return result;
  }

  /** A {@code yield}, or the value of an arrow branch. */
  void produce(ASTExpression e) {
    int value = body.value(e);
    Jumps.Yield yields = body.jumps().yields();
    if (yields != null) {
      flow.emit(new Step.Copy(yields.result(), value, null), Spans.of(e));
      body.jumps().leaveSwitchExpression();
    }
  }

  private void lower(ASTSwitchLike node, Jumps.Yield yields) {
    ASTExpression tested = node.getTestedExpression();
    int selector = body.value(tested);
    List<Branch> branches = new ArrayList<>();
    node.getBranches().forEach(branch -> branches.add(new Branch(branch, new Label())));
    boolean patterns = branches.stream().anyMatch(branch -> hasPattern(branch.node));
    Label end = new Label();
    Label none = yields != null || patterns ? new Label() : end;
    if (patterns) {
      matchPatterns(branches, tested, selector, none);
    } else {
      matchConstants(branches, tested, selector, none);
    }
    body.jumps().enter(new Jumps.Target(Set.of(), yields == null, end, null, yields));
    branches.forEach(branch -> run(branch, yields, end));
    flow.jump(end);
    body.jumps().exit();
    if (none != end) {
      flow.place(none);
      noMatch(Spans.of(tested));
    }
    flow.place(end);
  }

  private static boolean hasPattern(ASTSwitchBranch branch) {
    return branch.getLabel().children(ASTPattern.class).nonEmpty();
  }

  private void run(Branch branch, Jumps.Yield yields, Label end) {
    flow.place(branch.start);
    if (branch.node instanceof ASTSwitchFallthroughBranch old) {
      for (ASTStatement statement : old.getStatements()) {
        body.run(statement);
      }
    } else if (branch.node instanceof ASTSwitchArrowBranch arrow && flow.isReachable()) {
      run(arrow.getRightHandSide(), yields);
      flow.jump(end);
    }
  }

  private void run(ASTSwitchArrowRHS code, Jumps.Yield yields) {
    if (code instanceof ASTExpression e && yields != null) {
      produce(e);
    } else if (code instanceof ASTExpression e) {
      body.effect(e);
    } else if (code instanceof ASTStatement statement) {
      body.run(statement);
    }
  }

  private void matchConstants(
      List<Branch> branches, ASTExpression tested, int selector, Label none) {
    List<Label> targets = new ArrayList<>();
    List<Integer> keys = new ArrayList<>();
    Label otherwise = none;
    boolean exact = true;
    for (Branch branch : branches) {
      ASTSwitchLabel label = branch.node.getLabel();
      if (label.isDefault()) {
        otherwise = branch.start;
      }
      for (ASTExpression constant : label.getExprList()) {
        if (constant instanceof ASTNullLiteral) {
          testNull(selector, branch.start, Spans.of(constant));
        } else {
          Integer key = key(constant);
          exact &= key != null;
          keys.add(key);
          targets.add(branch.start);
        }
      }
    }
    targets.add(otherwise);
    Span span = Spans.of(tested);
    if (exact) {
      flow.branch(new Step.Switch(selector, keys), targets, span);
    } else {
      int opaque = body.compute(List.of(selector), "int", span);
      flow.branch(new Step.Switch(opaque, numbers(keys.size())), targets, span);
    }
  }

  /** The int that a case label means, null for strings, enum constants and what is unresolved. */
  private static Integer key(ASTExpression constant) {
    Object value = Constants.of(constant);
    if (value instanceof Character character) {
      return (int) character;
    }
    return value instanceof Number number ? (Integer) number.intValue() : null;
  }

  private static List<Integer> numbers(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  private void testNull(int value, Label holds, Span span) {
    Label fails = new Label();
    flow.branch(new Step.Test(Comparison.IS_NULL, value, Step.NONE), List.of(holds, fails), span);
    flow.place(fails);
  }

  private void matchPatterns(
      List<Branch> branches, ASTExpression tested, int selector, Label none) {
    JTypeMirror type = Names.typeOf(tested);
    Label otherwise = none;
    for (Branch branch : branches) {
      ASTSwitchLabel label = branch.node.getLabel();
      if (label.isDefault()) {
        otherwise = branch.start;
      }
      for (JavaNode alternative : label.children()) {
        match(alternative, label, selector, type, branch.start);
      }
    }
    flow.jump(otherwise);
  }

  private void match(
      JavaNode alternative, ASTSwitchLabel label, int selector, JTypeMirror type, Label start) {
    Label next = new Label();
    if (alternative instanceof ASTPattern pattern) {
      body.lower().patterns().match(pattern, selector, type, next);
      guard(label, start, next);
    } else if (alternative instanceof ASTNullLiteral) {
      testNull(selector, start, Spans.of(alternative));
    } else if (alternative instanceof ASTExpression constant) {
      Span span = Spans.of(constant);
      int equal = body.compute(List.of(selector), "boolean", span);
      flow.branch(new Step.Test(Comparison.IS_TRUE, equal, Step.NONE), List.of(start, next), span);
    }
    flow.place(next);
  }

  private void guard(ASTSwitchLabel label, Label start, Label next) {
    ASTGuard guard = label.children(ASTGuard.class).first();
    if (guard == null) {
      flow.jump(start);
    } else {
      body.condition(guard.getGuard(), start, next);
    }
  }

  /** As javac has it for switches that ought to be exhaustive. */
  private void noMatch(Span span) {
    int error = flow.newRegister();
    flow.emit(new Step.New(error, MATCH_EXCEPTION), span);
    int nothing = flow.newRegister();
    flow.emit(new Step.Const(nothing, ConstKind.NULL, null), span);
    MethodRef constructor =
        new MethodRef(
            MATCH_EXCEPTION,
            MethodRef.CONSTRUCTOR,
            List.of("java.lang.String", "java.lang.Throwable"),
            Names.VOID);
    flow.call(
        new Step.Call(
            constructor, CallKind.CONSTRUCTOR, error, List.of(nothing, nothing), Step.NONE),
        span);
    flow.raise(new Step.Throw(error), span);
  }
}
