package io.github.leakcheck.bytecode;

import io.github.leakcheck.bytecode.ExceptionTable.Handler;
import io.github.leakcheck.facts.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Lowers the reachable blocks of one method, each once, from the entry on. */
final class Blocks {
  private static final List<Boolean> CAUGHT = List.of(false);

  private final MethodNode method;
  private final Code code;
  private final ExceptionTable exceptions;
  private final Function<BlockWriter, Instructions> translation;
  private final BitSet leaders = new BitSet();
  private final Map<Integer, List<Boolean>> shapes = new TreeMap<>();
  private final TreeMap<Integer, BlockWriter> done = new TreeMap<>();
  private final Deque<Integer> open = new ArrayDeque<>();

  Blocks(
      MethodNode method,
      Code code,
      ExceptionTable exceptions,
      Function<BlockWriter, Instructions> translation) {
    this.method = method;
    this.code = code;
    this.exceptions = exceptions;
    this.translation = translation;
    markLeaders();
  }

  /** Blocks by the index of their first instruction. */
  TreeMap<Integer, BlockWriter> lower() {
    reach(0, List.of());
    while (!open.isEmpty()) {
      int start = open.pop();
      BlockWriter block = lower(start);
      done.put(start, block);
      for (BlockWriter.Draft draft : block.drafts()) {
        for (Handler handler : draft.handlers()) {
          reach(handler.start(), CAUGHT);
        }
      }
      for (int next : block.successors()) {
        reach(next, block.stack().shape());
      }
    }
    return done;
  }

  private void reach(int index, List<Boolean> shape) {
    if (index >= code.size()) {
      throw new UnreadableException("its code has no end");
    }
    List<Boolean> known = shapes.putIfAbsent(index, shape);
    if (known == null) {
      open.push(index);
    } else if (!known.equals(shape)) {
      throw new UnreadableException("its operand stack differs between paths");
    }
  }

  private BlockWriter lower(int start) {
    BlockWriter block = new BlockWriter(shapes.get(start), method.maxLocals, method.maxStack);
    Instructions instructions = translation.apply(block);
    for (int index = start; ; index++) {
      AbstractInsnNode node = code.at(index);
      block.at(code.line(index), exceptions.at(index));
      if (endsBlock(node)) {
        leave(node, index, block);
        return block;
      }
      instructions.translate(node, index);
      if (index + 1 >= code.size()) {
        throw new UnreadableException("its code has no end");
      }
      if (leaders.get(index + 1)) {
        block.stack().settle(List.of());
        block.leaveTo(List.of(index + 1));
        return block;
      }
    }
  }

  private void leave(AbstractInsnNode node, int index, BlockWriter block) {
    if (node instanceof JumpInsnNode jump) {
      Jumps.leave(jump, code.index(jump.label), index + 1, block);
    } else if (node instanceof TableSwitchInsnNode table) {
      List<Integer> keys = new ArrayList<>();
      for (int key = table.min; key <= table.max && keys.size() < table.labels.size(); key++) {
        keys.add(key);
      }
      branch(keys, table.labels, table.dflt, block);
    } else if (node instanceof LookupSwitchInsnNode lookup) {
      branch(lookup.keys, lookup.labels, lookup.dflt, block);
    } else if (node.getOpcode() == Opcodes.ATHROW) {
      block.emit(new Step.Throw(block.stack().pop()));
    } else {
      boolean isVoid = node.getOpcode() == Opcodes.RETURN;
      block.emit(new Step.Return(isVoid ? Step.NONE : block.stack().pop()));
    }
  }

  private void branch(
      List<Integer> keys, List<LabelNode> labels, LabelNode other, BlockWriter block) {
    List<Integer> operand = block.stack().pop(1);
    int value = block.stack().settle(operand).get(0);
    block.emit(new Step.Switch(value, keys));
    List<Integer> targets = new ArrayList<>();
    labels.forEach(label -> targets.add(code.index(label)));
    targets.add(code.index(other));
    block.leaveTo(targets);
  }

  private static boolean endsBlock(AbstractInsnNode node) {
    int opcode = node.getOpcode();
    return node instanceof JumpInsnNode
        || opcode == Opcodes.TABLESWITCH
        || opcode == Opcodes.LOOKUPSWITCH
        || opcode == Opcodes.ATHROW
        || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }

  private void markLeaders() {
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      leaders.set(code.index(block.handler));
    }
    for (int index = 0; index < code.size(); index++) {
      AbstractInsnNode node = code.at(index);
      if (node instanceof JumpInsnNode jump) {
        leaders.set(code.index(jump.label));
      } else if (node instanceof TableSwitchInsnNode table) {
        table.labels.forEach(label -> leaders.set(code.index(label)));
        leaders.set(code.index(table.dflt));
      } else if (node instanceof LookupSwitchInsnNode lookup) {
        lookup.labels.forEach(label -> leaders.set(code.index(label)));
        leaders.set(code.index(lookup.dflt));
      }
    }
  }
}
