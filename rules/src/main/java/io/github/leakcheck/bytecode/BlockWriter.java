package io.github.leakcheck.bytecode;

import io.github.leakcheck.bytecode.ExceptionTable.Handler;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import java.util.ArrayList;
import java.util.List;

/** Collects the steps of one block. */
final class BlockWriter {
  /** A step before it has a number. */
  record Draft(Step step, int line, List<Handler> handlers) {}

  private final OperandStack stack;
  private final List<Draft> drafts = new ArrayList<>();
  private int line;
  private List<Handler> handlers = List.of();
  private List<Integer> successors = List.of();

  BlockWriter(List<Boolean> shape, int maxLocals, int maxStack) {
    this.stack = new OperandStack(shape, maxLocals, maxStack, this::emit);
  }

  OperandStack stack() {
    return stack;
  }

  List<Draft> drafts() {
    return drafts;
  }

  /** Indexes of the instructions that may come next, in the order of the last step's meaning. */
  List<Integer> successors() {
    return successors;
  }

  /** Says where the steps to come stand. */
  void at(int lineNumber, List<Handler> covering) {
    line = lineNumber;
    handlers = covering;
  }

  void emit(Step step) {
    drafts.add(new Draft(step, line, StepUses.throwing(step) ? handlers : List.of()));
  }

  /** Ends the block; the last step, if any is emitted after, only reads. */
  void leaveTo(List<Integer> indexes) {
    successors = List.copyOf(indexes);
  }

  /** The step written last, null at the beginning of the block. */
  Step last() {
    return drafts.isEmpty() ? null : drafts.get(drafts.size() - 1).step();
  }

  /** Writes another step in place of the last one. */
  void replaceLast(Step step) {
    Draft last = drafts.remove(drafts.size() - 1);
    drafts.add(new Draft(step, last.line(), last.handlers()));
  }

  /** Takes the last step back. */
  void removeLast() {
    drafts.remove(drafts.size() - 1);
  }
}
