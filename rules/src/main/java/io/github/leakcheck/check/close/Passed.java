package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.Value.Int;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** A body that is called with some constants: what they are in it, and where they let it go. */
final class Passed {
  private final MethodFlow flow;
  private final Env constants;

  /**
   * @param constants by position of the parameter
   */
  Passed(MethodFlow flow, Env constants) {
    this.flow = flow;
    this.constants = constants;
  }

  /** The steps that can be reached. */
  BitSet reached() {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    open.add(0);
    while (!open.isEmpty()) {
      int id = open.poll();
      if (!seen.get(id)) {
        seen.set(id);
        Node node = flow.node(id);
        open.addAll(node.handlers());
        for (int i = 0; i < node.next().size(); i++) {
          if (!(node.step() instanceof Step.Test test) || isTaken(id, test, i == 0)) {
            open.add(node.next().get(i));
          }
        }
      }
    }
    return seen;
  }

  private boolean isTaken(int node, Step.Test test, boolean holds) {
    Env env = Env.EMPTY;
    for (int register : new int[] {test.left(), test.right()}) {
      Value value = value(node, register);
      env = value == Value.UNKNOWN ? env : env.with(register, value);
    }
    return Refinement.apply(env, test, holds) != null;
  }

  /** The arguments of the call that are known, by register. */
  Env arguments(Node node) {
    Env env = Env.EMPTY;
    for (int argument : ((Step.Call) node.step()).arguments()) {
      Value value = value(node.id(), argument);
      env = value == Value.UNKNOWN ? env : env.with(argument, value);
    }
    return env;
  }

  private Value value(int node, int register) {
    Definitions definitions = flow.definitions();
    if (register < 0) {
      return Value.UNKNOWN;
    }
    if (FieldReleases.origin(flow, definitions, node, register) instanceof Step.Const made) {
      return switch (made.kind()) {
        case NULL -> Value.NULL;
        case INT -> new Int((Integer) made.value());
        default -> Value.UNKNOWN;
      };
    }
    int parameter = FieldReleases.parameter(flow, definitions, node, register);
    int position = parameter < 0 ? -1 : flow.parameters().indexOf(parameter);
    return position < 0 ? Value.UNKNOWN : constants.get(position);
  }
}
