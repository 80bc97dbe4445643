package io.github.leakcheck.source;

import io.github.leakcheck.facts.MethodFlow;
import java.util.List;

/** Lowers members of a class named {@code Sample}. */
final class Lowered {
  private Lowered() {}

  /** The flow of the first method of a class with these members, as text. */
  static String method(String members) {
    return Printed.of(flow(members, "m"));
  }

  /** The flow of the method with this name. */
  static MethodFlow flow(String members, String name) {
    return flows("Sample", "class Sample {\n" + members + "\n}").stream()
        .filter(flow -> flow.method().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** All flows of a class of this file. */
  static List<MethodFlow> flows(String type, String code) {
    SourceProgram program = Parsed.program(code);
    List<MethodFlow> flows = program.facts(type).orElseThrow().flows();
    if (!program.notes().isEmpty()) {
      throw new AssertionError(program.notes());
    }
    flows.forEach(WellFormed::check);
    return flows;
  }
}
