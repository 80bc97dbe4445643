package io.github.leakcheck.bytecode;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import io.github.leakcheck.model.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Lowers the methods of one class to flows. */
final class MethodReader {
  /** Larger methods are generated, and too much for any path-wise analysis. */
  private static final int MOST_INSTRUCTIONS = 60_000;

  private static final int MOST_LOCALS = 8_000;
  private static final int MOST_STACK = 1_000;

  private final Names names;
  private final OwnMethods own;
  private final Accessors accessors;

  MethodReader(Names names, OwnMethods own, Accessors accessors) {
    this.names = names;
    this.own = own;
    this.accessors = accessors;
  }

  /**
   * The flow of a method that has code.
   *
   * @param source the member in which the code is written
   * @throws RuntimeException if the code makes no sense; an {@link UnreadableException} says why
   */
  MethodFlow read(MethodNode original, MethodFacts declared, Member source) {
    MethodNode method = Subroutines.inlined(original);
    Code code = new Code(method);
    List<Integer> parameters = parameters(method);
    checkSize(method, code, parameters);
    VariableNames variables = new VariableNames(method, code);
    ExceptionTable exceptions = new ExceptionTable(method, code, names);
    Blocks blocks = new Blocks(method, code, exceptions, block -> translation(variables, block));
    TreeMap<Integer, BlockWriter> lowered = blocks.lower();
    List<Node> nodes = FlowNodes.join(lowered, code, method.maxLocals);
    int registers =
        lowered.values().stream().mapToInt(block -> block.stack().registers()).max().orElse(0);
    return new MethodFlow(
        declared.ref(),
        source,
        declared.access(),
        parameters,
        parameterNames(method, parameters, variables),
        Math.max(registers, method.maxLocals + 1),
        nodes,
        declared.annotations(),
        shifted(declared),
        true);
  }

  private Instructions translation(VariableNames variables, BlockWriter block) {
    Calls calls = new Calls(names, own, accessors, block);
    return new Instructions(names, variables, calls, block);
  }

  private static void checkSize(MethodNode method, Code code, List<Integer> parameters) {
    if (code.size() > MOST_INSTRUCTIONS) {
      throw new UnreadableException("it has " + code.size() + " instructions");
    }
    if (method.maxLocals > MOST_LOCALS || method.maxStack > MOST_STACK) {
      throw new UnreadableException("it has too many variables");
    }
    if (code.size() == 0 || parameters.stream().anyMatch(p -> p >= method.maxLocals)) {
      throw new UnreadableException("its code is broken");
    }
  }

  private static List<Integer> parameters(MethodNode method) {
    List<Integer> registers = new ArrayList<>();
    int local = 0;
    if (!Access.has(method.access, Access.STATIC)) {
      registers.add(local++);
    }
    for (Type type : Type.getArgumentTypes(method.desc)) {
      registers.add(local);
      local += type.getSize();
    }
    return List.copyOf(registers);
  }

  /** From the table of variables, else from that of parameters. */
  private static List<String> parameterNames(
      MethodNode method, List<Integer> registers, VariableNames variables) {
    List<String> found = new ArrayList<>();
    boolean isStatic = Access.has(method.access, Access.STATIC);
    for (int position = 0; position < registers.size(); position++) {
      int declared = isStatic ? position : position - 1;
      String name = declared < 0 ? "this" : variables.parameter(registers.get(position));
      boolean listed = method.parameters != null && declared < method.parameters.size();
      found.add(name == null && listed ? method.parameters.get(declared).name : name);
    }
    return Collections.unmodifiableList(found);
  }

  /** Positions in flows count {@code this}. */
  private static Map<Integer, Set<String>> shifted(MethodFacts declared) {
    if (Access.has(declared.access(), Access.STATIC) || declared.parameterAnnotations().isEmpty()) {
      return declared.parameterAnnotations();
    }
    Map<Integer, Set<String>> byPosition = new HashMap<>();
    declared.parameterAnnotations().forEach((p, found) -> byPosition.put(p + 1, found));
    return Map.copyOf(byPosition);
  }
}
