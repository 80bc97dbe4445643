package io.github.leakcheck.facts;

import io.github.leakcheck.model.Span;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A flow as text, one node a line: number, step, successors behind {@code ->}, handlers behind
 * {@code !}, line behind {@code @}. Registers are {@code r0}, {@code r1} and so on.
 */
public final class FlowText {
  private FlowText() {}

  public static String of(MethodFlow flow) {
    StringBuilder text = new StringBuilder();
    text.append(flow.method().owner()).append('.').append(flow.method().name());
    text.append(registers(flow.parameters())).append('\n');
    for (Node node : flow.nodes()) {
      text.append(String.format("%3d %s", node.id(), step(node.step())));
      text.append(numbers(" -> ", node.next())).append(numbers(" ! ", node.handlers()));
      if (!node.span().equals(Span.UNKNOWN)) {
        text.append(" @").append(node.span().line());
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** The steps alone, one a line. */
  public static String steps(MethodFlow flow) {
    return flow.nodes().stream().map(n -> step(n.step())).collect(Collectors.joining("\n"));
  }

  /** One step without its surroundings. */
  public static String step(Step step) {
    int defined = StepUses.defined(step);
    return (defined == Step.NONE ? "" : "r" + defined + " = ") + what(step);
  }

  private static String what(Step step) {
    if (step instanceof Step.Call call) {
      String receiver = call.receiver() == Step.NONE ? "" : "r" + call.receiver() + " ";
      String callee = call.callee().owner() + "." + call.callee().name();
      return "call " + call.kind() + " " + receiver + callee + registers(call.arguments());
    } else if (step instanceof Step.New made) {
      return "new " + made.type();
    } else if (step instanceof Step.NewArray array) {
      return "array " + array.type() + " r" + array.length();
    } else if (step instanceof Step.Lambda lambda) {
      return (lambda.reference() ? "reference " : "lambda ")
          + lambda.body().owner()
          + "."
          + lambda.body().name()
          + registers(lambda.captured());
    } else if (step instanceof Step.Copy copy) {
      return "r" + copy.from() + (copy.name() == null ? "" : " '" + copy.name() + "'");
    } else if (step instanceof Step.Cast cast) {
      return "(" + cast.type() + ") r" + cast.from();
    } else if (step instanceof Step.Const constant) {
      return "const " + constant.kind() + " " + constant.value();
    } else if (step instanceof Step.Compute compute) {
      return "compute " + compute.type() + registers(compute.operands());
    }
    return rarer(step);
  }

  private static String rarer(Step step) {
    if (step instanceof Step.InstanceOf test) {
      return "r" + test.value() + " instanceof " + test.type();
    } else if (step instanceof Step.LoadField load) {
      return "load " + object(load.object()) + field(load.field());
    } else if (step instanceof Step.StoreField store) {
      return "store " + object(store.object()) + field(store.field()) + " = r" + store.value();
    } else if (step instanceof Step.LoadElement load) {
      return "element of r" + load.array();
    } else if (step instanceof Step.StoreElement store) {
      return "element of r" + store.array() + " = r" + store.value();
    } else if (step instanceof Step.Test test) {
      String right = test.right() == Step.NONE ? "" : " r" + test.right();
      return "test r" + test.left() + " " + test.comparison() + right;
    } else if (step instanceof Step.Switch branch) {
      return "switch r" + branch.value() + " " + branch.keys();
    } else if (step instanceof Step.Return exit) {
      return "return" + (exit.value() == Step.NONE ? "" : " r" + exit.value());
    } else if (step instanceof Step.Throw thrown) {
      return "throw r" + thrown.value();
    } else if (step instanceof Step.Catch caught) {
      return "catch " + caught.types();
    }
    return "nop";
  }

  private static String object(int register) {
    return register == Step.NONE ? "" : "r" + register + " ";
  }

  private static String field(FieldRef field) {
    return field.owner() + "." + field.name();
  }

  private static String registers(List<Integer> registers) {
    return registers.stream().map(r -> "r" + r).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String numbers(String before, List<Integer> ids) {
    return ids.isEmpty()
        ? ""
        : before + ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
