package io.github.leakcheck.facts;

import io.github.leakcheck.model.Span;
import java.util.List;

/**
 * A step in its graph.
 *
 * @param id index in {@link MethodFlow#nodes()}
 * @param next ids of normal successors (meaning by step kind; one for ordinary steps, none for
 *     Return and Throw)
 * @param handlers ids of the {@link Step.Catch} nodes that cover this step, innermost first, in the
 *     order in which they are tried; what none catches leaves the method. Only calls and throws use
 *     them.
 * @param span where the step stands in source; equal for copies of one finally block
 */
public record Node(int id, Step step, List<Integer> next, List<Integer> handlers, Span span) {
  public Node {
    next = List.copyOf(next);
    handlers = List.copyOf(handlers);
  }
}
