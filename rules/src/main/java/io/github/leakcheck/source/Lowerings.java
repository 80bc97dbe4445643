package io.github.leakcheck.source;

/** The parts that lower one body, each knowing one kind of code. */
final class Lowerings {
  private final StatementLowering statements;
  private final LoopLowering loops;
  private final TryLowering tries;
  private final SwitchLowering switches;
  private final ExpressionLowering expressions;
  private final ConditionLowering conditions;
  private final PatternLowering patterns;
  private final AssignmentLowering assignments;
  private final CallLowering calls;
  private final CreationLowering creations;
  private final FunctionLowering functions;
  private final ConstructorLowering constructors;

  Lowerings(Body body) {
    statements = new StatementLowering(body);
    loops = new LoopLowering(body);
    tries = new TryLowering(body);
    switches = new SwitchLowering(body);
    expressions = new ExpressionLowering(body);
    conditions = new ConditionLowering(body);
    patterns = new PatternLowering(body);
    assignments = new AssignmentLowering(body);
    calls = new CallLowering(body);
    creations = new CreationLowering(body);
    functions = new FunctionLowering(body);
    constructors = new ConstructorLowering(body);
  }

  StatementLowering statements() {
    return statements;
  }

  LoopLowering loops() {
    return loops;
  }

  TryLowering tries() {
    return tries;
  }

  SwitchLowering switches() {
    return switches;
  }

  ExpressionLowering expressions() {
    return expressions;
  }

  ConditionLowering conditions() {
    return conditions;
  }

  PatternLowering patterns() {
    return patterns;
  }

  AssignmentLowering assignments() {
    return assignments;
  }

  CallLowering calls() {
    return calls;
  }

  CreationLowering creations() {
    return creations;
  }

  FunctionLowering functions() {
    return functions;
  }

  ConstructorLowering constructors() {
    return constructors;
  }
}
