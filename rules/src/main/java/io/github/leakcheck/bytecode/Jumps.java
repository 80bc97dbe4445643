package io.github.leakcheck.bytecode;

import static org.objectweb.asm.Opcodes.*;

import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.Comparison;
import java.util.List;
import org.objectweb.asm.tree.JumpInsnNode;

/** Translates jumps. The first successor of a test is the one where its comparison holds. */
final class Jumps {
  /**
   * How an instruction compares.
   *
   * @param holdsAtTarget whether it jumps when the comparison holds, not when it fails
   * @param swapped whether the entries are compared in the other order
   */
  private record Form(Comparison comparison, boolean holdsAtTarget, boolean swapped) {}

  private Jumps() {}

  static void leave(JumpInsnNode jump, int target, int next, BlockWriter block) {
    int opcode = jump.getOpcode();
    if (opcode == JSR) {
      throw new UnreadableException("it uses the instruction jsr");
    }
    if (opcode == GOTO) {
      block.stack().settle(List.of());
      block.leaveTo(List.of(target));
      return;
    }
    Form form = form(opcode);
    List<Integer> operands = operands(opcode, block.stack());
    int left = operands.get(0);
    int right = operands.size() > 1 ? operands.get(1) : Step.NONE;
    block.emit(
        form.swapped()
            ? new Step.Test(form.comparison(), right, left)
            : new Step.Test(form.comparison(), left, right));
    block.leaveTo(form.holdsAtTarget() ? List.of(target, next) : List.of(next, target));
  }

  private static List<Integer> operands(int opcode, OperandStack stack) {
    if (opcode >= IFLT && opcode <= IFLE) {
      stack.pushZero();
    }
    boolean one = opcode == IFEQ || opcode == IFNE || opcode == IFNULL || opcode == IFNONNULL;
    return stack.settle(stack.pop(one ? 1 : 2));
  }

  private static Form form(int opcode) {
    return switch (opcode) {
      case IFEQ -> new Form(Comparison.IS_TRUE, false, false);
      case IFNE -> new Form(Comparison.IS_TRUE, true, false);
      case IFNULL -> new Form(Comparison.IS_NULL, true, false);
      case IFNONNULL -> new Form(Comparison.IS_NULL, false, false);
      case IF_ICMPEQ, IF_ACMPEQ -> new Form(Comparison.EQUAL, true, false);
      case IF_ICMPNE, IF_ACMPNE -> new Form(Comparison.EQUAL, false, false);
      case IFLT, IF_ICMPLT -> new Form(Comparison.LESS, true, false);
      case IFGE, IF_ICMPGE -> new Form(Comparison.LESS, false, false);
      case IFGT, IF_ICMPGT -> new Form(Comparison.LESS, true, true);
      case IFLE, IF_ICMPLE -> new Form(Comparison.LESS_OR_EQUAL, true, false);
      default -> throw new UnreadableException("it uses the unknown jump " + opcode);
    };
  }
}
