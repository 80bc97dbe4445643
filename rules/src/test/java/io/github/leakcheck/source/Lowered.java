package io.github.leakcheck.source;

import io.github.leakcheck.facts.MethodFlow;
import java.util.List;
import java.util.stream.Collectors;

/** Lowers snippets; every flow is checked to be well formed. */
final class Lowered {
  private Lowered() {}

  /** The flow of method {@code m} of a class with these members, as text. */
  static String method(String... members) {
    return Printed.of(flow("m", members));
  }

  /** The flow of the method with this name in class {@code Sample}. */
  static MethodFlow flow(String name, String... members) {
    return flows("Sample", members(members)).stream()
        .filter(flow -> flow.method().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A file with class {@code Sample} that has these members. */
  static String members(String... members) {
    return "class Sample {\n" + String.join("\n", members) + "\n}\n";
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

  /** All flows of a class of this file, as text with a heading each. */
  static String allOf(String type, String code) {
    return flows(type, code).stream()
        .map(flow -> Printed.of(flow.method()) + " " + names(flow) + "\n" + Printed.of(flow))
        .collect(Collectors.joining());
  }

  private static String names(MethodFlow flow) {
    return (flow.isStatic() ? "static " : "") + flow.parameterNames();
  }
}
