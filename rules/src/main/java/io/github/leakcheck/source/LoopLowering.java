package io.github.leakcheck.source;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.CallKind;
import io.github.leakcheck.facts.Step.Comparison;
import io.github.leakcheck.model.Span;
import java.util.List;
import java.util.Set;
import net.sourceforge.pmd.lang.java.ast.ASTDoStatement;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTForStatement;
import net.sourceforge.pmd.lang.java.ast.ASTForeachStatement;
import net.sourceforge.pmd.lang.java.ast.ASTStatement;
import net.sourceforge.pmd.lang.java.ast.ASTVariableId;
import net.sourceforge.pmd.lang.java.ast.ASTWhileStatement;
import net.sourceforge.pmd.lang.java.types.JMethodSig;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;

/** Loops. */
final class LoopLowering {
  private static final String ITERATOR = "java.util.Iterator";

  private final Body body;
  private final FlowBuilder flow;

  LoopLowering(Body body) {
    this.body = body;
    this.flow = body.flow();
  }

  void lower(ASTWhileStatement loop, Set<String> labels) {
    Label head = new Label();
    Label inside = new Label();
    Label end = new Label();
    flow.place(head);
    body.condition(loop.getCondition(), inside, end);
    flow.place(inside);
    inside(loop.getBody(), labels, end, head);
    flow.jump(head);
    flow.place(end);
  }

  void lower(ASTDoStatement loop, Set<String> labels) {
    Label head = new Label();
    Label test = new Label();
    Label end = new Label();
    flow.place(head);
    inside(loop.getBody(), labels, end, test);
    flow.place(test);
    body.condition(loop.getCondition(), head, end);
    flow.place(end);
  }

  void lower(ASTForStatement loop, Set<String> labels) {
    if (loop.getInit() != null) {
      body.run(loop.getInit());
    }
    Label head = new Label();
    Label inside = new Label();
    Label update = new Label();
    Label end = new Label();
    flow.place(head);
    if (loop.getCondition() != null) {
      body.condition(loop.getCondition(), inside, end);
    }
    flow.place(inside);
    inside(loop.getBody(), labels, end, update);
    flow.place(update);
    if (loop.getUpdate() != null) {
      body.run(loop.getUpdate());
    }
    flow.jump(head);
    flow.place(end);
  }

  private void inside(ASTStatement statement, Set<String> labels, Label leave, Label proceed) {
    body.jumps().enter(new Jumps.Target(labels, true, leave, proceed, null));
    body.run(statement);
    body.jumps().exit();
  }

  void lower(ASTForeachStatement loop, Set<String> labels) {
    int over = body.value(loop.getIterableExpr());
    if (Names.typeOf(loop.getIterableExpr()).isArray()) {
      overArray(loop, labels, over);
    } else {
      overIterable(loop, labels, over);
    }
  }

  private void overArray(ASTForeachStatement loop, Set<String> labels, int over) {
    Span span = Spans.of(loop.getIterableExpr());
    int array = flow.newRegister();
    flow.emit(new Step.Copy(array, over, null), span);
    int length = body.compute(List.of(array), "int", span);
    int index = body.constant(0, span);
    Label head = new Label();
    Label inside = new Label();
    Label update = new Label();
    Label end = new Label();
    flow.place(head);
    flow.branch(new Step.Test(Comparison.LESS, index, length), List.of(inside, end), span);
    flow.place(inside);
    int element = flow.newRegister();
    flow.emit(new Step.LoadElement(element, array), span);
    body.write(loop.getVarId(), element);
    inside(loop.getBody(), labels, end, update);
    flow.place(update);
    int next = body.compute(List.of(index), "int", span);
    flow.emit(new Step.Copy(index, next, null), span);
    flow.jump(head);
    flow.place(end);
  }

  private void overIterable(ASTForeachStatement loop, Set<String> labels, int over) {
    Span span = Spans.of(loop.getIterableExpr());
    String type = body.names().of(loop.getIterableExpr());
    String kind = iteratorType(loop.getIterableExpr());
    int iterator = call(new MethodRef(type, "iterator", List.of(), kind), over, span);
    Label head = new Label();
    Label inside = new Label();
    Label end = new Label();
    flow.place(head);
    int more = call(new MethodRef(ITERATOR, "hasNext", List.of(), "boolean"), iterator, span);
    flow.branch(new Step.Test(Comparison.IS_TRUE, more, Step.NONE), List.of(inside, end), span);
    flow.place(inside);
    int next = call(new MethodRef(ITERATOR, "next", List.of(), Names.OBJECT), iterator, span);
    body.write(loop.getVarId(), cast(loop.getVarId(), next));
    inside(loop.getBody(), labels, end, head);
    flow.jump(head);
    flow.place(end);
  }

  private String iteratorType(ASTExpression iterable) {
    JMethodSig method =
        Names.typeOf(iterable)
            .streamMethods(m -> m.getArity() == 0 && m.nameEquals("iterator"))
            .findFirst()
            .orElse(null);
    return method == null ? ITERATOR : body.names().of(method.getReturnType());
  }

  private int call(MethodRef method, int receiver, Span span) {
    int result = flow.newRegister();
    flow.call(new Step.Call(method, CallKind.VIRTUAL, receiver, List.of(), result), span);
    return result;
  }

  private int cast(ASTVariableId variable, int value) {
    JTypeMirror type = Names.typeOf(variable);
    String name = body.names().of(type);
    if (type.isPrimitive() || name.equals(Names.OBJECT) || name.equals(MethodRef.UNKNOWN)) {
      return value;
    }
    int cast = flow.newRegister();
    flow.emit(new Step.Cast(cast, value, name), Spans.of(variable));
    return cast;
  }
}
