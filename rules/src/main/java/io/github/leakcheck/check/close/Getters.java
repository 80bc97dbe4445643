package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import java.util.Optional;

/** Methods that do nothing but return a field of their receiver. */
final class Getters {
  /** A body with more steps does something else, too. */
  private static final int STEPS = 8;

  private final Program program;
  private final Knowledge knowledge;

  Getters(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
  }

  /** The field that the call returns, as the receiver's own class has it. */
  Optional<FieldRef> field(Step.Call call) {
    if (!call.arguments().isEmpty() || call.receiver() < 0 || call.result() < 0) {
      return Optional.empty();
    }
    return knowledge
        .targets()
        .declared(call.callee())
        .filter(method -> knowledge.isJudged(method.ref().owner()))
        .flatMap(method -> program.body(method.ref()))
        .filter(flow -> !flow.isStatic() && flow.nodes().size() <= STEPS)
        .flatMap(Getters::returned);
  }

  private static Optional<FieldRef> returned(MethodFlow flow) {
    Definitions definitions = flow.definitions();
    FieldRef found = null;
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.Call || node.step() instanceof Step.Test) {
        return Optional.empty();
      }
      if (node.step() instanceof Step.Return leave
          && FieldReleases.origin(flow, definitions, node.id(), leave.value())
              instanceof Step.LoadField load
          && load.object() >= 0) {
        found = load.field();
      }
    }
    return Optional.ofNullable(found);
  }
}
