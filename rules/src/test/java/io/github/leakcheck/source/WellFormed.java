package io.github.leakcheck.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** What holds of every flow, whatever the code. */
final class WellFormed {
  private WellFormed() {}

  static void check(MethodFlow flow) {
    assertThat(flow.nodes()).as(name(flow)).isNotEmpty();
    assertThat(flow.parameterNames()).as(name(flow)).hasSameSizeAs(flow.parameters());
    for (Node node : flow.nodes()) {
      assertThat(flow.node(node.id())).isSameAs(node);
      checkEdges(flow, node);
      for (int register : registers(node.step())) {
        assertThat(register).as(at(flow, node)).isBetween(0, flow.registers() - 1);
      }
    }
    for (int parameter : flow.parameters()) {
      assertThat(parameter).as(name(flow)).isBetween(0, flow.registers() - 1);
    }
    checkAllReachable(flow);
  }

  private static void checkEdges(MethodFlow flow, Node node) {
    Step step = node.step();
    int expected = 1;
    if (step instanceof Step.Test) {
      expected = 2;
    } else if (step instanceof Step.Switch s) {
      expected = s.keys().size() + 1;
    } else if (step instanceof Step.Return || step instanceof Step.Throw) {
      expected = 0;
    }
    assertThat(node.next()).as(at(flow, node)).hasSize(expected);
    for (int next : node.next()) {
      assertThat(next).as(at(flow, node)).isBetween(0, flow.nodes().size() - 1);
      assertThat(flow.node(next).step()).as(at(flow, node)).isNotInstanceOf(Step.Catch.class);
    }
    for (int handler : node.handlers()) {
      assertThat(flow.node(handler).step()).as(at(flow, node)).isInstanceOf(Step.Catch.class);
      assertThat(step).isInstanceOfAny(Step.Call.class, Step.Throw.class);
    }
  }

  private static void checkAllReachable(MethodFlow flow) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int id = open.pop();
      if (!seen.get(id)) {
        seen.set(id);
        open.addAll(flow.node(id).next());
        open.addAll(flow.node(id).handlers());
      }
    }
    assertThat(seen.cardinality())
        .as("reachable nodes of " + name(flow))
        .isEqualTo(flow.nodes().size());
  }

  private static String name(MethodFlow flow) {
    return Printed.of(flow.method());
  }

  private static String at(MethodFlow flow, Node node) {
    return name(flow) + " node " + node.id() + " " + node.step();
  }

  /** Registers a step needs. */
  private static List<Integer> registers(Step step) {
    List<Integer> all = new ArrayList<>();
    if (step instanceof Step.Call s) {
      all.addAll(s.arguments());
      optional(s.receiver(), all);
      optional(s.result(), all);
    } else if (step instanceof Step.Lambda s) {
      all.addAll(s.captured());
      all.add(s.result());
    } else if (step instanceof Step.Copy s) {
      all.addAll(List.of(s.to(), s.from()));
    } else if (step instanceof Step.Cast s) {
      all.addAll(List.of(s.to(), s.from()));
    } else if (step instanceof Step.Compute s) {
      all.addAll(s.operands());
      all.add(s.to());
    } else if (step instanceof Step.StoreField s) {
      all.add(s.value());
      optional(s.object(), all);
    } else if (step instanceof Step.LoadField s) {
      all.add(s.to());
      optional(s.object(), all);
      assertThat(s.object() == Step.NONE).isEqualTo(s.field().isStatic());
    } else if (step instanceof Step.StoreElement s) {
      all.addAll(List.of(s.array(), s.value()));
    } else if (step instanceof Step.LoadElement s) {
      all.addAll(List.of(s.array(), s.to()));
    } else if (step instanceof Step.Test s) {
      all.add(s.left());
      optional(s.right(), all);
    } else if (step instanceof Step.Switch s) {
      all.add(s.value());
    } else if (step instanceof Step.Throw s) {
      all.add(s.value());
    } else if (step instanceof Step.Catch s) {
      all.add(s.to());
    } else if (step instanceof Step.Return s) {
      optional(s.value(), all);
    }
    return all;
  }

  private static void optional(int register, List<Integer> all) {
    if (register != Step.NONE) {
      all.add(register);
    }
  }
}
