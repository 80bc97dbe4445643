package io.github.leakcheck.source;

import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.Comparison;
import io.github.leakcheck.model.Span;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import net.sourceforge.pmd.lang.java.ast.ASTAssertStatement;
import net.sourceforge.pmd.lang.java.ast.ASTBlock;
import net.sourceforge.pmd.lang.java.ast.ASTBreakStatement;
import net.sourceforge.pmd.lang.java.ast.ASTContinueStatement;
import net.sourceforge.pmd.lang.java.ast.ASTDoStatement;
import net.sourceforge.pmd.lang.java.ast.ASTExplicitConstructorInvocation;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTExpressionStatement;
import net.sourceforge.pmd.lang.java.ast.ASTForStatement;
import net.sourceforge.pmd.lang.java.ast.ASTForeachStatement;
import net.sourceforge.pmd.lang.java.ast.ASTIfStatement;
import net.sourceforge.pmd.lang.java.ast.ASTLabeledStatement;
import net.sourceforge.pmd.lang.java.ast.ASTLocalVariableDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTLoopStatement;
import net.sourceforge.pmd.lang.java.ast.ASTReturnStatement;
import net.sourceforge.pmd.lang.java.ast.ASTStatement;
import net.sourceforge.pmd.lang.java.ast.ASTStatementExpressionList;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchStatement;
import net.sourceforge.pmd.lang.java.ast.ASTSynchronizedStatement;
import net.sourceforge.pmd.lang.java.ast.ASTThrowStatement;
import net.sourceforge.pmd.lang.java.ast.ASTTryStatement;
import net.sourceforge.pmd.lang.java.ast.ASTVariableId;
import net.sourceforge.pmd.lang.java.ast.ASTWhileStatement;
import net.sourceforge.pmd.lang.java.ast.ASTYieldStatement;
import net.sourceforge.pmd.lang.java.ast.JavaNode;
import net.sourceforge.pmd.lang.java.ast.JavaVisitorBase;

/** Statements other than loops, switches and try statements, which it passes on. */
final class StatementLowering extends JavaVisitorBase<Void, Void> {
  private static final String ASSERTION_ERROR = "java.lang.AssertionError";

  private final Body body;
  private Set<String> labels = Set.of();

  StatementLowering(Body body) {
    this.body = body;
  }

  void lower(ASTStatement statement) {
    if (body.flow().isReachable()) {
      statement.acceptVisitor(this, null);
    }
  }

  /** Names of the statement that is being entered; they are asked for once. */
  Set<String> takeLabels() {
    Set<String> taken = labels;
    labels = Set.of();
    return taken;
  }

  /** What has no code: empty statements, local classes. */
  @Override
  public Void visitJavaNode(JavaNode node, Void data) {
    return null;
  }

  @Override
  public Void visit(ASTBlock block, Void data) {
    lower(block.toList().iterator());
    return null;
  }

  private void lower(Iterator<ASTStatement> statements) {
    while (statements.hasNext()) {
      ASTStatement statement = statements.next();
      lower(statement);
      if (Annotations.isCleanedUp(statement)) {
        ASTVariableId id = ((ASTLocalVariableDeclaration) statement).getVarIds().firstOrThrow();
        body.lower().tries().cleanup(id, () -> lower(statements));
      }
    }
  }

  @Override
  public Void visit(ASTLocalVariableDeclaration declaration, Void data) {
    for (ASTVariableId id : declaration.getVarIds()) {
      body.locals().declare(id.getSymbol());
      if (id.getInitializer() != null) {
        body.write(id, body.value(id.getInitializer()));
      }
    }
    return null;
  }

  @Override
  public Void visit(ASTExpressionStatement statement, Void data) {
    body.effect(statement.getExpr());
    return null;
  }

  @Override
  public Void visit(ASTStatementExpressionList list, Void data) {
    for (ASTExpression e : list) {
      body.effect(e);
    }
    return null;
  }

  @Override
  public Void visit(ASTIfStatement statement, Void data) {
    Label holds = new Label();
    Label fails = new Label();
    Label end = new Label();
    body.condition(statement.getCondition(), holds, fails);
    body.flow().place(holds);
    lower(statement.getThenBranch());
    body.flow().jump(end);
    body.flow().place(fails);
    if (statement.hasElse()) {
      lower(statement.getElseBranch());
    }
    body.flow().place(end);
    return null;
  }

  @Override
  public Void visit(ASTReturnStatement statement, Void data) {
    Span span = Spans.of(statement);
    int value = Step.NONE;
    if (statement.getExpr() != null) {
      value = body.value(statement.getExpr());
      if (body.jumps().hasCleanups()) {
        int kept = body.flow().newRegister();
        body.flow().emit(new Step.Copy(kept, value, null), span);
        value = kept;
      }
    }
    body.jumps().unwindAll();
    body.flow().leave(new Step.Return(value), span);
    return null;
  }

  @Override
  public Void visit(ASTThrowStatement statement, Void data) {
    int value = body.value(statement.getExpr());
    body.flow().raise(new Step.Throw(value), Spans.of(statement));
    return null;
  }

  @Override
  public Void visit(ASTBreakStatement statement, Void data) {
    body.jumps().leave(statement.getLabel());
    return null;
  }

  @Override
  public Void visit(ASTContinueStatement statement, Void data) {
    body.jumps().proceed(statement.getLabel());
    return null;
  }

  @Override
  public Void visit(ASTYieldStatement statement, Void data) {
    body.lower().switches().produce(statement.getExpr());
    return null;
  }

  @Override
  public Void visit(ASTLabeledStatement statement, Void data) {
    Set<String> names = new HashSet<>(takeLabels());
    names.add(statement.getLabel());
    if (statement.getStatement() instanceof ASTLoopStatement
        || statement.getStatement() instanceof ASTLabeledStatement) {
      labels = names;
      lower(statement.getStatement());
      labels = Set.of();
      return null;
    }
    Label end = new Label();
    body.jumps().enter(new Jumps.Target(names, false, end, null, null));
    lower(statement.getStatement());
    body.jumps().exit();
    body.flow().place(end);
    return null;
  }

  @Override
  public Void visit(ASTSynchronizedStatement statement, Void data) {
    body.effect(statement.getLockExpression());
    body.flow().emit(new Step.Nop(), Spans.of(statement.getLockExpression()));
    lower(statement.getBody());
    return null;
  }

  /** As javac has it: a flag of the class decides whether the condition is evaluated. */
  @Override
  public Void visit(ASTAssertStatement statement, Void data) {
    Span span = Spans.of(statement);
    Label enabled = new Label();
    Label fails = new Label();
    Label end = new Label();
    FieldRef flag = new FieldRef(body.scope().name(), "$assertionsDisabled", "boolean", true);
    int disabled = body.flow().newRegister();
    body.flow().emit(new Step.LoadField(disabled, flag, Step.NONE), span);
    body.flow()
        .branch(
            new Step.Test(Comparison.IS_TRUE, disabled, Step.NONE), List.of(end, enabled), span);
    body.flow().place(enabled);
    body.condition(statement.getCondition(), end, fails);
    body.flow().place(fails);
    fail(statement, span);
    body.flow().place(end);
    return null;
  }

  private void fail(ASTAssertStatement statement, Span span) {
    int error = body.flow().newRegister();
    body.flow().emit(new Step.New(error, ASSERTION_ERROR), span);
    List<Integer> arguments = List.of();
    List<String> types = List.of();
    if (statement.getDetailMessageNode() != null) {
      arguments = List.of(body.value(statement.getDetailMessageNode()));
      types = List.of(Names.OBJECT);
    }
    MethodRef constructor =
        new MethodRef(ASSERTION_ERROR, MethodRef.CONSTRUCTOR, types, Names.VOID);
    body.flow()
        .call(
            new Step.Call(constructor, Step.CallKind.CONSTRUCTOR, error, arguments, Step.NONE),
            span);
    body.flow().raise(new Step.Throw(error), span);
  }

  @Override
  public Void visit(ASTExplicitConstructorInvocation call, Void data) {
    body.lower().constructors().invoke(call);
    return null;
  }

  @Override
  public Void visit(ASTTryStatement statement, Void data) {
    body.lower().tries().lower(statement);
    return null;
  }

  @Override
  public Void visit(ASTSwitchStatement statement, Void data) {
    body.lower().switches().statement(statement);
    return null;
  }

  @Override
  public Void visit(ASTWhileStatement loop, Void data) {
    body.lower().loops().lower(loop, takeLabels());
    return null;
  }

  @Override
  public Void visit(ASTDoStatement loop, Void data) {
    body.lower().loops().lower(loop, takeLabels());
    return null;
  }

  @Override
  public Void visit(ASTForStatement loop, Void data) {
    body.lower().loops().lower(loop, takeLabels());
    return null;
  }

  @Override
  public Void visit(ASTForeachStatement loop, Void data) {
    body.lower().loops().lower(loop, takeLabels());
    return null;
  }
}
