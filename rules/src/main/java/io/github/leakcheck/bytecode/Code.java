package io.github.leakcheck.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** The instructions of one method by index, labels and line numbers resolved. */
final class Code {
  private final List<AbstractInsnNode> instructions = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private final Map<LabelNode, Integer> labels = new HashMap<>();

  Code(MethodNode method) {
    int line = 0;
    for (AbstractInsnNode node = method.instructions.getFirst();
        node != null;
        node = node.getNext()) {
      if (node instanceof LabelNode label) {
        labels.put(label, instructions.size());
      } else if (node instanceof LineNumberNode number) {
        line = number.line;
      } else if (node.getOpcode() >= 0) {
        instructions.add(node);
        lines.add(line);
      }
    }
  }

  int size() {
    return instructions.size();
  }

  AbstractInsnNode at(int index) {
    return instructions.get(index);
  }

  /** 0 where unknown. */
  int line(int index) {
    return lines.get(index);
  }

  /** Index of the first instruction behind the label; may be {@link #size()}. */
  int index(LabelNode label) {
    return labels.get(label);
  }
}
