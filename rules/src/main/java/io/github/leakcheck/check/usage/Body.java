package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A method's graph and what was traced in it, compared by identity. */
public final class Body {
  private final MethodFlow flow;
  private final Map<Long, Set<Origin>> origins = new HashMap<>();

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
    return flow.definitions().reaching(node, register);
  }

  /**
   * What was found out about the register as the node finds it, or what is found out now. Values of
   * other bodies are not kept: those may be read anew, and are then others.
   */
  Set<Origin> origins(int node, int register, Supplier<Set<Origin>> search) {
    long key = (long) node << 32 | register;
    Set<Origin> known = origins.get(key);
    if (known == null) {
      known = Collections.unmodifiableSet(search.get());
      if (known.stream().allMatch(origin -> origin.body() == this)) {
        origins.put(key, known);
      }
    }
    return known;
  }

  @Override
  public String toString() {
    return flow.method().owner() + "#" + flow.method().name();
  }
}
