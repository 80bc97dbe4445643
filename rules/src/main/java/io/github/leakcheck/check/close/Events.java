package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.FieldRef;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was seen on the paths of one followed resource. */
final class Events {
  /** How a path ended with the resource open. */
  enum End {
    RETURN,
    THROW,
    LOST
  }

  /** A path that ended with the resource open; {@code state} stands at the last step. */
  record Open(PathState state, End end) {}

  final List<Open> open = new ArrayList<>();
  boolean closed;

  /** Somebody unknown got it, and it was closed after that: so that one does not close it. */
  boolean closedAfterDoubt;

  /** The first step found that ends it by its own name; -1 if none does. */
  int endedAt = -1;

  /** Whether such a step was about the resource itself, not about what wraps it. */
  boolean endedItself;

  /** Whether some handler ends it: whoever wrote the method thought of exceptions. */
  boolean closedInHandler;

  /** All steps found that end it by their own name. */
  final BitSet endings = new BitSet();

  /** Calls on the resource that returned something else which is bound to it. */
  final BitSet derived = new BitSet();

  boolean given;
  boolean keptInThis;

  /** Fields of the receiver that it was stored in. */
  final Set<FieldRef> fields = new LinkedHashSet<>();

  boolean returned;
  boolean coarse;

  /** States before a step that puts something else into the field that is followed. */
  final List<PathState> overwritten = new ArrayList<>();

  /** Name of the first variable that held the resource; null if none did. */
  String variable;

  /** A call closes it; {@code named} if that is what the call is there for. */
  void closedBy(int node, boolean named, boolean itself) {
    closed = true;
    if (named) {
      endings.set(node);
      endedAt = endedAt < 0 ? node : Math.min(endedAt, node);
      endedItself |= itself;
    }
  }

  boolean openAt(End end) {
    return open.stream()
        .anyMatch(o -> o.end() == end && o.state().likelihood() != Likelihood.GUESSED);
  }

  /** Whether some path released it or passed the duty on. */
  boolean discharged() {
    return closed || given || keptInThis || returned;
  }

  ParameterEffect asParameterEffect() {
    return new ParameterEffect(
        closed,
        openAt(End.RETURN) || openAt(End.LOST),
        likeliestThrow(),
        keptInThis,
        given,
        returned);
  }

  private Likelihood likeliestThrow() {
    return open.stream()
        .filter(o -> o.end() == End.THROW && o.state().likelihood() != Likelihood.GUESSED)
        .map(o -> o.state().likelihood())
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
