package io.github.leakcheck.bytecode;

import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** What holds of every well-formed flow. */
final class FlowRules {
  private FlowRules() {}

  /** One line for each rule that the flow breaks. */
  static List<String> broken(MethodFlow flow) {
    List<String> broken = new ArrayList<>();
    for (Node node : flow.nodes()) {
      if (flow.node(node.id()) != node) {
        broken.add("node " + node.id() + " is at another index");
      }
      if (node.next().size() != expectedSuccessors(node.step())) {
        broken.add("node " + node.id() + " has " + node.next().size() + " successors");
      }
      if (!node.handlers().stream().allMatch(id -> flow.node(id).step() instanceof Step.Catch)) {
        broken.add("node " + node.id() + " has a handler that catches nothing");
      }
      addBrokenRegisters(flow, node, broken);
    }
    if (reached(flow).cardinality() != flow.nodes().size()) {
      broken.add("some nodes cannot be reached");
    }
    if (flow.nodes().stream().anyMatch(node -> node.next().contains(0))) {
      broken.add("the entry has predecessors");
    }
    return broken;
  }

  private static void addBrokenRegisters(MethodFlow flow, Node node, List<String> broken) {
    List<Integer> registers = new ArrayList<>(StepUses.used(node.step()));
    if (StepUses.defined(node.step()) != Step.NONE) {
      registers.add(StepUses.defined(node.step()));
    }
    if (!registers.stream().allMatch(r -> r >= 0 && r < flow.registers())) {
      broken.add("node " + node.id() + " uses a register out of range");
    }
  }

  /** One line for each value that is read and was never written; costly. */
  static List<String> undefined(MethodFlow flow) {
    Definitions definitions = flow.definitions();
    List<String> undefined = new ArrayList<>();
    for (Node node : flow.nodes()) {
      for (int register : StepUses.used(node.step())) {
        Set<Integer> sources = definitions.reaching(node.id(), register);
        boolean unwritten = sources.contains(Definitions.ENTRY);
        if (sources.isEmpty() || unwritten && !flow.parameters().contains(register)) {
          undefined.add("node " + node.id() + " reads r" + register + " that nothing wrote");
        }
      }
    }
    return undefined;
  }

  private static int expectedSuccessors(Step step) {
    if (step instanceof Step.Return || step instanceof Step.Throw) {
      return 0;
    } else if (step instanceof Step.Test) {
      return 2;
    }
    return step instanceof Step.Switch branch ? branch.keys().size() + 1 : 1;
  }

  private static BitSet reached(MethodFlow flow) {
    BitSet reached = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int id = open.pop();
      if (!reached.get(id)) {
        reached.set(id);
        open.addAll(flow.node(id).next());
        open.addAll(flow.node(id).handlers());
      }
    }
    return reached;
  }
}
