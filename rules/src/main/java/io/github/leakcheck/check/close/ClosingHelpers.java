package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;

/** Static methods that close whatever they get: one of them fails as closing its argument does. */
final class ClosingHelpers {
  private static final List<String> ANYTHING =
      List.of("java.io.Closeable", "java.lang.AutoCloseable");

  private ClosingHelpers() {}

  /** The call of {@code close()} that the helper makes for its caller; empty if it is none. */
  static Optional<Step.Call> closed(MethodFlow flow, Node node, Knowledge knowledge) {
    Step.Call call = (Step.Call) node.step();
    boolean helper =
        call.kind() == Step.CallKind.STATIC
            && call.arguments().size() == 1
            && call.callee().isResolved()
            && ANYTHING.contains(call.callee().parameters().get(0))
            && ReleaseNames.releasesArgument(call.callee().name());
    return helper
        ? type(flow, node, call.arguments().get(0))
            .filter(type -> !ANYTHING.contains(type) && knowledge.types().isCloseable(type))
            .map(type -> close(type, call.arguments().get(0)))
        : Optional.empty();
  }

  private static Step.Call close(String type, int register) {
    MethodRef close = new MethodRef(type, "close", List.of(), "void");
    return new Step.Call(close, Step.CallKind.VIRTUAL, register, List.of(), Step.NONE);
  }

  /** What is known of the argument where it comes from. */
  private static Optional<String> type(MethodFlow flow, Node node, int register) {
    Definitions definitions = flow.definitions();
    Step made = FieldReleases.origin(flow, definitions, node.id(), register);
    if (made instanceof Step.LoadField load) {
      return Optional.of(load.field().type());
    } else if (made instanceof Step.Call call) {
      return Optional.of(call.callee().result());
    }
    return made instanceof Step.New fresh ? Optional.of(fresh.type()) : Optional.empty();
  }
}
