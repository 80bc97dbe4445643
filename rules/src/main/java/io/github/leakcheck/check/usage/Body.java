package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.List;

/** A method's graph together with its definitions, compared by identity. */
public final class Body {
  private final MethodFlow flow;
  private Definitions definitions;

  Body(MethodFlow flow) {
    this.flow = flow;
  }

  public MethodFlow flow() {
    return flow;
  }

  public MethodRef method() {
    return flow.method();
  }

  public List<Node> nodes() {
    return flow.nodes();
  }

  public Step step(int node) {
    return flow.node(node).step();
  }

  public Site site(int node) {
    return new Site(flow.method(), node);
  }

  /** Nodes that may have set the register as {@code node} finds it; -1 for a parameter. */
  Iterable<Integer> reaching(int node, int register) {
    if (definitions == null) {
      definitions = Definitions.of(flow);
    }
    return definitions.reaching(node, register);
  }

  @Override
  public String toString() {
    return flow.method().owner() + "#" + flow.method().name();
  }
}
