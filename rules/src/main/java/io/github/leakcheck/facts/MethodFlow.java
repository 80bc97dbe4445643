package io.github.leakcheck.facts;

import io.github.leakcheck.model.Member;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One method body as a graph of steps. Both front ends make it in the shape javac gives class
 * files: finally blocks are copied per exit, try-with-resources is expanded, field initialisers are
 * copied into constructors that do not call {@code this(..)}. Node 0 is the entry.
 *
 * @param method what this is the body of; lambda bodies have a synthetic name
 * @param source the member of the source in which this code is written (for lambda bodies the
 *     method around)
 * @param access access flags as in the class file (static, private, synthetic ..)
 * @param parameters registers of the parameters at entry: {@code this} first for instance methods
 * @param parameterNames source names in the order of {@link #parameters} ({@code this} included),
 *     null entries where unknown
 * @param registers number of registers used
 * @param annotations simple names of the method's annotations, without package
 * @param parameterAnnotations simple names of annotations by position in {@link #parameters};
 *     absent means none
 * @param resolved false if some type or callee in the body could not be resolved
 */
public record MethodFlow(
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
}
