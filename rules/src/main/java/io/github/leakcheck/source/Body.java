package io.github.leakcheck.source;

import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTStatement;
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTVariableId;
import net.sourceforge.pmd.lang.java.symbols.JVariableSymbol;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;
import net.sourceforge.pmd.lang.java.types.Substitution;

/** One flow while it is lowered: its graph, its variables and what fills them. */
final class Body {
  /** What {@code this} is in a body. */
  enum Kind {
    /** There is none. */
    STATIC,
    /** The first parameter. */
    INSTANCE,
    /** Captured when it is first used. */
    LAMBDA
  }

  private final ClassScope scope;
  private final Member source;
  private final Kind kind;
  private final FlowBuilder flow = new FlowBuilder();
  private final Names names = new Names();
  private final Locals locals;
  private final Jumps jumps = new Jumps(flow);
  private final Instances instances = new Instances(this);
  private final Lowerings lowerings = new Lowerings(this);
  private final List<Integer> parameters = new ArrayList<>();
  private final List<String> parameterNames = new ArrayList<>();
  private int self = Step.NONE;

  /** A method, constructor or initialiser of the class, or a lambda body in one. */
  Body(ClassScope scope, Member source, Kind kind, boolean lambda) {
    this.scope = scope;
    this.source = source;
    this.kind = kind;
    this.locals = new Locals(flow, lambda);
    if (kind == Kind.INSTANCE) {
      self = parameter("this");
    }
  }

  ClassScope scope() {
    return scope;
  }

  /** The declared member whose code this is. */
  Member source() {
    return source;
  }

  FlowBuilder flow() {
    return flow;
  }

  Names names() {
    return names;
  }

  Locals locals() {
    return locals;
  }

  Jumps jumps() {
    return jumps;
  }

  Instances instances() {
    return instances;
  }

  Lowerings lower() {
    return lowerings;
  }

  /** Adds a parameter; returns its register. */
  int parameter(String name) {
    int register = flow.newRegister();
    parameters.add(register);
    parameterNames.add(name);
    return register;
  }

  /** Adds a parameter that source code names. */
  int parameter(JVariableSymbol variable, String name) {
    int register = locals.declare(variable);
    parameters.add(register);
    parameterNames.add(name);
    return register;
  }

  boolean hasSelf() {
    return kind != Kind.STATIC;
  }

  /** Whether {@code this} was used. */
  boolean usesSelf() {
    return self != Step.NONE;
  }

  /** The register of {@code this}; an unknown value where broken code has none. */
  int self() {
    if (self == Step.NONE) {
      self = flow.newRegister();
      if (kind == Kind.STATIC) {
        flow.emit(new Step.Compute(self, List.of(), scope.name()), Span.UNKNOWN);
      }
    }
    return self;
  }

  /** The value of an expression. */
  int value(ASTExpression e) {
    return lowerings.expressions().value(e);
  }

  /** Evaluates an expression for its effects. */
  void effect(ASTExpression e) {
    lowerings.expressions().effect(e);
  }

  void condition(ASTExpression e, Label holds, Label fails) {
    lowerings.conditions().lower(e, holds, fails);
  }

  void run(ASTStatement statement) {
    lowerings.statements().lower(statement);
  }

  /** The register with the value of a local variable. */
  int read(JVariableSymbol variable, Span span) {
    if (locals.isDeclared(variable)) {
      return locals.register(variable);
    }
    ASTTypeDeclaration type = scope.declaration();
    if (scope.nesting().captured(type).contains(variable)) {
      int to = flow.newRegister();
      flow.emit(new Step.LoadField(to, captured(variable), self()), span);
      return to;
    }
    if (!locals.knows(variable)) {
      return unknown(List.of(), span);
    }
    return locals.register(variable);
  }

  /** The field that holds a captured variable in objects of this class. */
  FieldRef captured(JVariableSymbol variable) {
    return new FieldRef(
        scope.name(), Nesting.capturedField(variable), names.of(type(variable)), false);
  }

  /** The static type of a variable. */
  static JTypeMirror type(JVariableSymbol variable) {
    ASTVariableId id = variable.tryGetNode();
    return id == null ? variable.getTypeMirror(Substitution.EMPTY) : Names.typeOf(id);
  }

  /** Writes a local variable. */
  void write(ASTVariableId id, int value) {
    write(id.getSymbol(), value, Spans.of(id));
  }

  /** Writes a local variable. */
  void write(JVariableSymbol variable, int value, Span span) {
    flow.emit(new Step.Copy(locals.declare(variable), value, variable.getSimpleName()), span);
  }

  /** A constant in a fresh register. */
  int constant(Object value, Span span) {
    int to = flow.newRegister();
    flow.emit(Constants.step(to, value), span);
    return to;
  }

  /** A computed value in a fresh register. */
  int compute(List<Integer> operands, String type, Span span) {
    int to = flow.newRegister();
    flow.emit(new Step.Compute(to, operands, type), span);
    return to;
  }

  /** A value that could not be resolved. */
  int unknown(List<Integer> operands, Span span) {
    names.unresolved();
    return compute(operands, MethodRef.UNKNOWN, span);
  }

  /** Completes the flow; where control still is at the end it returns. */
  MethodFlow finish(MethodRef method, int access, Span end) {
    return finish(method, access, end, Set.of(), Map.of());
  }

  /** Completes the flow. Annotations are simple names. */
  MethodFlow finish(
      MethodRef method,
      int access,
      Span end,
      Set<String> annotations,
      Map<Integer, Set<String>> parameterAnnotations) {
    flow.leave(new Step.Return(Step.NONE), end);
    return new MethodFlow(
        method,
        source,
        access,
        List.copyOf(parameters),
        new ArrayList<>(parameterNames),
        flow.registers(),
        flow.nodes(),
        annotations,
        parameterAnnotations,
        names.isComplete());
  }

  /** Puts the captured values of a lambda body before its own parameters. */
  void prependCaptured() {
    List<Integer> first = new ArrayList<>();
    List<String> firstNames = new ArrayList<>();
    if (hasSelf() && usesSelf()) {
      first.add(self);
      firstNames.add("this");
    }
    for (JVariableSymbol variable : locals.captured()) {
      first.add(locals.register(variable));
      firstNames.add(variable.getSimpleName());
    }
    parameters.addAll(0, first);
    parameterNames.addAll(0, firstNames);
  }
}
