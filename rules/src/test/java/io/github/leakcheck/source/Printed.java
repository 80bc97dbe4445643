package io.github.leakcheck.source;

import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.stream.Collectors;

/** Flows as text, one line a node: {@code 3: v2 = call VIRTUAL Reader.read() v1 -> 4 ! 9}. */
final class Printed {
  private Printed() {}

  static String of(MethodFlow flow) {
    return flow.nodes().stream().map(Printed::of).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String of(Node node) {
    StringBuilder line = new StringBuilder();
    line.append(node.id()).append(": ").append(of(node.step()));
    if (!node.next().isEmpty() && !node.next().equals(List.of(node.id() + 1))) {
      line.append(" -> ").append(joined(node.next(), ""));
    }
    if (!node.handlers().isEmpty()) {
      line.append(" ! ").append(joined(node.handlers(), ""));
    }
    return line.toString();
  }

  static String of(Step step) {
    if (step instanceof Step.Call s) {
      return result(s.result())
          + s.kind().name().toLowerCase()
          + " "
          + of(s.callee())
          + register(" on ", s.receiver())
          + (s.arguments().isEmpty() ? "" : " with " + joined(s.arguments(), "v"));
    } else if (step instanceof Step.New s) {
      return result(s.result()) + "new " + simple(s.type());
    } else if (step instanceof Step.NewArray s) {
      return result(s.result()) + "array " + simple(s.type()) + register(" of ", s.length());
    } else if (step instanceof Step.Copy s) {
      return result(s.to()) + "v" + s.from() + (s.name() == null ? "" : " as " + s.name());
    } else if (step instanceof Step.Cast s) {
      return result(s.to()) + "(" + simple(s.type()) + ") v" + s.from();
    } else if (step instanceof Step.Const s) {
      return result(s.to()) + (s.value() == null ? s.kind().name().toLowerCase() : s.value());
    } else if (step instanceof Step.Compute s) {
      return result(s.to()) + "compute " + simple(s.type()) + " " + joined(s.operands(), "v");
    } else if (step instanceof Step.InstanceOf s) {
      return result(s.to()) + "v" + s.value() + " instanceof " + simple(s.type());
    } else if (step instanceof Step.LoadField s) {
      return result(s.to()) + of(s.field()) + register(" of ", s.object());
    } else if (step instanceof Step.StoreField s) {
      return of(s.field()) + register(" of ", s.object()) + " = v" + s.value();
    } else if (step instanceof Step.LoadElement s) {
      return result(s.to()) + "v" + s.array() + "[]";
    } else if (step instanceof Step.StoreElement s) {
      return "v" + s.array() + "[] = v" + s.value();
    } else if (step instanceof Step.Lambda s) {
      return result(s.result())
          + (s.reference() ? "reference " : "lambda ")
          + simple(s.type())
          + " "
          + of(s.body())
          + (s.captured().isEmpty() ? "" : " with " + joined(s.captured(), "v"));
    }
    return ofJump(step);
  }

  private static String ofJump(Step step) {
    if (step instanceof Step.Test s) {
      String comparison = s.comparison().name().toLowerCase();
      return "if " + comparison + register(" ", s.left()) + register(", ", s.right());
    } else if (step instanceof Step.Switch s) {
      return "switch v" + s.value() + " " + s.keys();
    } else if (step instanceof Step.Return s) {
      return "return" + register(" ", s.value());
    } else if (step instanceof Step.Throw s) {
      return "throw v" + s.value();
    } else if (step instanceof Step.Catch s) {
      String types = s.types().stream().map(Printed::simple).collect(Collectors.joining("|"));
      return result(s.to()) + "catch " + (types.isEmpty() ? "any" : types);
    }
    return "nop";
  }

  static String of(MethodRef method) {
    String parameters =
        method.parameters() == null
            ? "..."
            : method.parameters().stream().map(Printed::simple).collect(Collectors.joining(","));
    return simple(method.owner()) + "." + method.name() + "(" + parameters + ")";
  }

  private static String of(FieldRef field) {
    return (field.isStatic() ? "static " : "") + simple(field.owner()) + "." + field.name();
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static String result(int register) {
    return register == Step.NONE ? "" : "v" + register + " = ";
  }

  private static String register(String before, int register) {
    return register == Step.NONE ? "" : before + "v" + register;
  }

  private static String joined(List<Integer> numbers, String before) {
    return numbers.stream().map(n -> before + n).collect(Collectors.joining(","));
  }
}
