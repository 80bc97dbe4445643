package io.github.leakcheck.source;

import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A flow under construction. Steps are appended where control is; what cannot be reached is not
 * emitted.
 */
final class FlowBuilder {
  /** More nodes than any sane method has; copied finally blocks can reach it. */
  static final int BUDGET = 60_000;

  private record Draft(Step step, List<Label> next, List<Label> handlers, Span span) {}

  private final List<Draft> drafts = new ArrayList<>();
  private List<Label> handlers = List.of();
  private Label here = new Label();
  private int registers;

  /** Thrown when a method needs more than {@link #BUDGET} nodes. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("more than " + BUDGET + " steps", null, false, false);
    }
  }

  int newRegister() {
    return registers++;
  }

  int registers() {
    return registers;
  }

  /** Whether control can be here. */
  boolean isReachable() {
    return here != null;
  }

  /** The handlers that cover what is emitted from now on, innermost first. */
  void coverBy(List<Label> catches) {
    handlers = catches;
  }

  /** Appends an ordinary step. */
  void emit(Step step, Span span) {
    if (here != null) {
      Label next = new Label();
      append(step, List.of(next), List.of(), span);
      here = next;
    }
  }

  /** Appends a call: control goes on, or to a handler. */
  void call(Step.Call call, Span span) {
    if (here != null) {
      Label next = new Label();
      append(call, List.of(next), handlers, span);
      here = next;
    }
  }

  /** Appends a {@link Step.Return}. */
  void leave(Step.Return step, Span span) {
    if (here != null) {
      append(step, List.of(), List.of(), span);
      here = null;
    }
  }

  /** Appends a {@link Step.Throw}. */
  void raise(Step.Throw step, Span span) {
    if (here != null) {
      append(step, List.of(), handlers, span);
      here = null;
    }
  }

  /** Appends a step with several successors. */
  void branch(Step step, List<Label> targets, Span span) {
    if (here != null) {
      append(step, targets, List.of(), span);
      targets.forEach(Label::use);
      here = null;
    }
  }

  /** Control goes to the target. */
  void jump(Label target) {
    if (here == null) {
      return;
    }
    target.use();
    if (here.root() == target.root()) {
      emit(new Step.Nop(), Span.UNKNOWN); // an empty endless loop still needs a node
    }
    here.mergeInto(target);
    here = null;
  }

  /** What is emitted next stands at the label. */
  void place(Label label) {
    if (here != null) {
      label.use();
      here.mergeInto(label);
      here = label;
    } else if (label.isUsed()) {
      here = label;
    }
  }

  private void append(Step step, List<Label> next, List<Label> covering, Span span) {
    if (drafts.size() >= BUDGET) {
      throw new TooLarge();
    }
    here.bind(drafts.size());
    covering.forEach(Label::use);
    drafts.add(new Draft(step, next, covering, span));
  }

  /** The finished graph. Control must have left the method everywhere. */
  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      nodes.add(
          new Node(nodes.size(), draft.step, ids(draft.next), ids(draft.handlers), draft.span));
    }
    return nodes;
  }

  private static List<Integer> ids(List<Label> labels) {
    List<Integer> ids = new ArrayList<>(labels.size());
    for (Label label : labels) {
      ids.add(label.node());
    }
    return ids;
  }
}
