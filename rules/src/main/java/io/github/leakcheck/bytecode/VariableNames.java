package io.github.leakcheck.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** Source names of local variables, where the class file has them. */
final class VariableNames {
  private record Range(int from, int to, String name) {}

  private final Map<Integer, List<Range>> byLocal = new HashMap<>();

  VariableNames(MethodNode method, Code code) {
    if (method.localVariables == null) {
      return;
    }
    for (LocalVariableNode variable : method.localVariables) {
      Range range = new Range(code.index(variable.start), code.index(variable.end), variable.name);
      byLocal.computeIfAbsent(variable.index, i -> new ArrayList<>()).add(range);
    }
  }

  /**
   * The variable that a store writes, null where unknown. The scope of a variable begins behind the
   * store that initialises it.
   */
  String written(int local, int index) {
    String name = covering(local, index + 1);
    return name == null ? covering(local, index) : name;
  }

  /** The parameter in a local at the beginning of the method, null where unknown. */
  String parameter(int local) {
    return covering(local, 0);
  }

  private String covering(int local, int index) {
    for (Range range : byLocal.getOrDefault(local, List.of())) {
      if (range.from() <= index && index < range.to()) {
        return range.name();
      }
    }
    return null;
  }
}
