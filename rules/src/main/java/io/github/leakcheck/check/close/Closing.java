package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether forgetting {@code close()} on a type of the user's own would hurt: a close() that calls
 * nothing frees nothing.
 */
final class Closing {
  private static final int DEPTH = 6;

  private final Program program;
  private final Knowledge knowledge;
  private final Map<MethodRef, Boolean> matters = new HashMap<>();

  Closing(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
  }

  boolean matters(String type) {
    MethodRef close = new MethodRef(type, "close", List.of(), "void");
    return knowledge
        .targets()
        .declared(close)
        .map(MethodFacts::ref)
        .map(ref -> matters(ref, 0))
        .orElse(true);
  }

  private boolean matters(MethodRef method, int depth) {
    if (Platform.owns(method.owner())) {
      return !knowledge.isHarmless(method.owner()) && !isEmptyInPlatform(method);
    }
    Boolean known = matters.get(method);
    if (known != null) {
      return known;
    }
    matters.put(method, false);
    Optional<MethodFlow> body = depth > DEPTH ? Optional.empty() : program.body(method);
    boolean result = body.map(flow -> callsSomething(flow, depth)).orElse(true);
    matters.put(method, result);
    return result;
  }

  /** The close() of these abstract classes does nothing (their API documentation). */
  private static boolean isEmptyInPlatform(MethodRef method) {
    return method.name().equals("close")
        && (method.owner().equals("java.io.InputStream")
            || method.owner().equals("java.io.OutputStream"));
  }

  private boolean callsSomething(MethodFlow flow, int depth) {
    return flow.nodes().stream()
        .anyMatch(node -> node.step() instanceof Step.Call call && frees(call, depth));
  }

  private boolean frees(Step.Call call, int depth) {
    if (Platform.owns(call.callee().owner())) {
      return knowledge.isReleaseName(call.callee()) && matters(call.callee(), depth + 1);
    }
    List<MethodRef> targets = knowledge.targets().of(call);
    return targets.isEmpty() || targets.stream().anyMatch(target -> matters(target, depth + 1));
  }
}
