package io.github.leakcheck.source;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.CallKind;
import io.github.leakcheck.facts.Step.Comparison;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTCatchClause;
import net.sourceforge.pmd.lang.java.ast.ASTClassType;
import net.sourceforge.pmd.lang.java.ast.ASTConstructorCall;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTFinallyClause;
import net.sourceforge.pmd.lang.java.ast.ASTResource;
import net.sourceforge.pmd.lang.java.ast.ASTTryStatement;
import net.sourceforge.pmd.lang.java.ast.ASTVariableId;

/** Try statements, with finally blocks copied and resources expanded. */
final class TryLowering {
  private static final String THROWABLE = "java.lang.Throwable";

  private final Body body;
  private final FlowBuilder flow;

  /**
   * A resource of a try statement.
   *
   * @param nonNull whether it cannot be null, so that no check is made before closing
   */
  private record Resource(int value, MethodRef close, boolean nonNull, Span span) {}

  TryLowering(Body body) {
    this.body = body;
    this.flow = body.flow();
  }

  void lower(ASTTryStatement statement) {
    ASTFinallyClause last = statement.getFinallyClause();
    Label end = new Label();
    if (last == null) {
      catches(statement, () -> flow.jump(end));
    } else {
      withFinally(statement, last, end);
    }
    flow.place(end);
  }

  private void withFinally(ASTTryStatement statement, ASTFinallyClause last, Label end) {
    Runnable copy = () -> body.run(last.getBody());
    Label any = new Label();
    body.jumps().enter(any, copy);
    catches(
        statement,
        () -> {
          body.jumps().exit();
          copy.run();
          flow.jump(end);
          body.jumps().enter(any, copy);
        });
    body.jumps().exit();
    flow.place(any);
    Span span = Spans.of(last.getFirstToken());
    int thrown = flow.newRegister();
    flow.emit(new Step.Catch(thrown, List.of()), span);
    copy.run();
    flow.raise(new Step.Throw(thrown), span);
  }

  /** The statement without its finally block; {@code done} runs where it completes normally. */
  private void catches(ASTTryStatement statement, Runnable done) {
    List<ASTCatchClause> clauses = statement.getCatchClauses().toList();
    List<Label> labels = new ArrayList<>();
    clauses.forEach(clause -> labels.add(new Label()));
    body.jumps().enter(labels);
    if (statement.isTryWithResources()) {
      resources(statement.getResources().iterator(), statement);
    } else {
      body.run(statement.getBody());
    }
    body.jumps().exit();
    done.run();
    for (int i = 0; i < clauses.size(); i++) {
      flow.place(labels.get(i));
      handle(clauses.get(i));
      done.run();
    }
  }

  private void handle(ASTCatchClause clause) {
    List<String> types = new ArrayList<>();
    for (ASTClassType type : clause.getParameter().getAllExceptionTypes()) {
      types.add(body.names().of(type));
    }
    int caught = flow.newRegister();
    flow.emit(new Step.Catch(caught, types), Spans.of(clause.getParameter()));
    body.write(clause.getParameter().getVarId(), caught);
    body.run(clause.getBody());
  }

  private void resources(Iterator<ASTResource> rest, ASTTryStatement statement) {
    if (!rest.hasNext()) {
      body.run(statement.getBody());
      return;
    }
    within(open(rest.next()), () -> resources(rest, statement));
  }

  /**
   * Lombok's {@code @Cleanup}: the rest of the block closes the variable, as javac is told to. What
   * is called there is what closes it, so it is named so.
   */
  void cleanup(ASTVariableId id, Runnable rest) {
    MethodRef close = close(body.names().of(id));
    int value = body.locals().register(id.getSymbol());
    within(new Resource(value, close, false, Spans.of(id)), rest);
  }

  private void within(Resource resource, Runnable inner) {
    Label caught = new Label();
    Label end = new Label();
    body.jumps().enter(caught, () -> close(resource));
    inner.run();
    body.jumps().exit();
    close(resource);
    flow.jump(end);
    flow.place(caught);
    int primary = flow.newRegister();
    flow.emit(new Step.Catch(primary, List.of(THROWABLE)), resource.span);
    closeQuietly(resource);
    flow.raise(new Step.Throw(primary), resource.span);
    flow.place(end);
  }

  private Resource open(ASTResource node) {
    ASTExpression initial = node.getInitializer();
    if (node.isConciseResource()) {
      int kept = flow.newRegister();
      flow.emit(new Step.Copy(kept, body.value(initial), null), Spans.of(initial));
      return new Resource(kept, close(body.names().of(initial)), false, Spans.of(initial));
    }
    ASTVariableId id = node.asLocalVariableDeclaration().getVarIds().firstOrThrow();
    body.write(id, body.value(initial));
    int value = body.locals().register(id.getSymbol());
    boolean isNew = initial instanceof ASTConstructorCall;
    return new Resource(value, close(body.names().of(id)), isNew, Spans.of(id));
  }

  private static MethodRef close(String type) {
    return new MethodRef(type, "close", List.of(), Names.VOID);
  }

  private void close(Resource resource) {
    Label end = new Label();
    guardNull(resource, end);
    flow.call(closing(resource), resource.span);
    flow.place(end);
  }

  /** Closes after a failure: a second failure is suppressed. */
  private void closeQuietly(Resource resource) {
    Label second = new Label();
    Label end = new Label();
    guardNull(resource, end);
    body.jumps().enter(List.of(second));
    flow.call(closing(resource), resource.span);
    body.jumps().exit();
    flow.jump(end);
    flow.place(second);
    flow.emit(new Step.Catch(flow.newRegister(), List.of(THROWABLE)), resource.span);
    flow.place(end);
  }

  private void guardNull(Resource resource, Label end) {
    if (!resource.nonNull) {
      Label present = new Label();
      Step test = new Step.Test(Comparison.IS_NULL, resource.value, Step.NONE);
      flow.branch(test, List.of(end, present), resource.span);
      flow.place(present);
    }
  }

  private static Step.Call closing(Resource resource) {
    return new Step.Call(resource.close, CallKind.VIRTUAL, resource.value, List.of(), Step.NONE);
  }
}
