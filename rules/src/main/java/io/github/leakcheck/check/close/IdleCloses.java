package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Objects of the program's own whose {@code close()} touches nothing that they hold: whoever gave
 * them a stream still has it to close.
 */
final class IdleCloses {
  /** What these do in {@code close()} is nothing, says their contract. */
  private static final Set<String> DOES_NOTHING =
      Set.of("java.io.InputStream", "java.io.OutputStream");

  private final Program program;
  private final Knowledge knowledge;
  private final Map<String, Boolean> known = new HashMap<>();

  IdleCloses(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
  }

  /** Whether {@code close()} of exactly this class leaves all fields alone, as its bodies tell. */
  boolean has(String type) {
    return known.computeIfAbsent(type, this::find);
  }

  private boolean find(String type) {
    Optional<MethodRef> close =
        knowledge
            .targets()
            .declared(new MethodRef(type, "close", List.of(), "void"))
            .map(MethodFacts::ref);
    return !Platform.isProvided(type) && close.isPresent() && isIdle(close.get(), new HashSet<>());
  }

  private boolean isIdle(MethodRef method, Set<MethodRef> seen) {
    if (DOES_NOTHING.contains(method.owner()) || !seen.add(method)) {
      return true;
    }
    Optional<MethodFlow> body = program.body(method);
    return body.isPresent()
        && body.get().nodes().stream().allMatch(node -> isIdle(body.get(), node, seen));
  }

  private boolean isIdle(MethodFlow flow, Node node, Set<MethodRef> seen) {
    if (node.step() instanceof Step.LoadField load) {
      return load.object() < 0 || Containers.isValue(load.field().type());
    }
    if (!(node.step() instanceof Step.Call call)) {
      return !(node.step() instanceof Step.Lambda);
    }
    boolean itself = OnItself.isOn(flow, node.id(), call.receiver());
    return call.arguments().stream().noneMatch(a -> OnItself.isOn(flow, node.id(), a))
        && (!itself || call.kind() == Step.CallKind.SPECIAL && isIdle(call.callee(), seen));
  }
}
