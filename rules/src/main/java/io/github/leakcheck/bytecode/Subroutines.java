package io.github.leakcheck.bytecode;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Copies the subroutines of old class files to where they are called, as later compilers do. */
final class Subroutines {
  /** Nested subroutines double the code with each level: bounds for hostile files. */
  private static final int MOST_CALLS = 16;

  private static final int MOST_INSTRUCTIONS = 10_000;

  private Subroutines() {}

  /** The same method without subroutines; unchanged if it has none or too many. */
  static MethodNode inlined(MethodNode method) {
    int calls = 0;
    for (AbstractInsnNode node : method.instructions) {
      calls += node.getOpcode() == Opcodes.JSR ? 1 : 0;
    }
    if (calls == 0 || calls > MOST_CALLS || method.instructions.size() > MOST_INSTRUCTIONS) {
      return method;
    }
    JSRInlinerAdapter inliner =
        new JSRInlinerAdapter(null, method.access, method.name, method.desc, null, null);
    method.accept(inliner);
    return inliner;
  }
}
