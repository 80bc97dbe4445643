package io.github.leakcheck.facts;

import io.github.leakcheck.model.Member;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One method body as a graph of steps. Both front ends make it in the shape javac gives class
 * files: finally blocks are copied per exit, try-with-resources is expanded, field initialisers are
 * copied into constructors that do not call {@code this(..)}. Node 0 is the entry. What is worked
 * out of the graph is kept with it, so that a flow belongs to one thread.
 */
public final class MethodFlow {
  private final MethodRef method;
  private final Member source;
  private final int access;
  private final List<Integer> parameters;
  private final List<String> parameterNames;
  private final int registers;
  private final List<Node> nodes;
  private final Set<String> annotations;
  private final Map<Integer, Set<String>> parameterAnnotations;
  private final boolean resolved;
  private Predecessors predecessors;
  private Definitions definitions;
  private Liveness liveness;

  /**
   * @param method what this is the body of; lambda bodies have a synthetic name
   * @param source the member of the source in which this code is written (for lambda bodies the
   *     method around)
   * @param access access flags as in the class file (static, private, synthetic ..)
   * @param parameters registers of the parameters at entry: {@code this} first for instance methods
   * @param parameterNames source names in the order of {@code parameters} ({@code this} included),
   *     null entries where unknown
   * @param registers number of registers used
   * @param annotations simple names of the method's annotations, without package
   * @param parameterAnnotations simple names of annotations by position in {@code parameters};
   *     absent means none
   * @param resolved false if some type or callee in the body could not be resolved
   */
  public MethodFlow(
      MethodRef method,
      Member source,
      int access,
      List<Integer> parameters,
      List<String> parameterNames,
      int registers,
      List<Node> nodes,
      Set<String> annotations,
      Map<Integer, Set<String>> parameterAnnotations,
      boolean resolved) {
    this.method = method;
    this.source = source;
    this.access = access;
    this.parameters = parameters;
    this.parameterNames = parameterNames;
    this.registers = registers;
    this.nodes = nodes;
    this.annotations = annotations;
    this.parameterAnnotations = parameterAnnotations;
    this.resolved = resolved;
  }

  public MethodRef method() {
    return method;
  }

  public Member source() {
    return source;
  }

  public int access() {
    return access;
  }

  public List<Integer> parameters() {
    return parameters;
  }

  public List<String> parameterNames() {
    return parameterNames;
  }

  public int registers() {
    return registers;
  }

  public List<Node> nodes() {
    return nodes;
  }

  public Set<String> annotations() {
    return annotations;
  }

  public Map<Integer, Set<String>> parameterAnnotations() {
    return parameterAnnotations;
  }

  public boolean resolved() {
    return resolved;
  }

  public boolean isStatic() {
    return (access & Access.STATIC) != 0;
  }

  /** Whether the code is that of a lambda written in {@link #source}. */
  public boolean isLambdaBody() {
    return !method.name().equals(source.name());
  }

  public Node node(int id) {
    return nodes.get(id);
  }

  /** The edges, read backwards. */
  Predecessors predecessors() {
    if (predecessors == null) {
      predecessors = Predecessors.of(this);
    }
    return predecessors;
  }

  /** Where the values of registers were written. */
  public Definitions definitions() {
    if (definitions == null) {
      definitions = new Definitions(this);
    }
    return definitions;
  }

  /** Which registers are still read. */
  public Liveness liveness() {
    if (liveness == null) {
      liveness = new Liveness(this);
    }
    return liveness;
  }
}
