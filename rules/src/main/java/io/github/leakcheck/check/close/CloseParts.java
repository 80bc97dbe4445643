package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Methods under another name that a {@code close()} leaves all its work to. */
final class CloseParts {
  private final Knowledge knowledge;
  private final OnItself own;
  private final Map<MethodRef, Boolean> known = new HashMap<>();

  CloseParts(Program program, Knowledge knowledge) {
    this.knowledge = knowledge;
    this.own = new OnItself(program, knowledge.targets());
  }

  /**
   * Whether {@code close()} of the method's class, or of a subclass that inherits the method, calls
   * it on the same object and frees nothing but what the method frees.
   */
  boolean isAllOfClose(MethodRef method) {
    if (!method.parameters().isEmpty() || Platform.isProvided(method.owner())) {
      return false;
    }
    Boolean all = known.get(method);
    if (all == null) {
      all =
          Stream.concat(
                  Stream.of(method.owner()), knowledge.targets().subtypes(method.owner()).stream())
              .filter(knowledge.types()::isCloseable)
              .anyMatch(type -> isAllOfClose(method.in(type), type));
      known.put(method, all);
    }
    return all;
  }

  private boolean isAllOfClose(MethodRef method, String type) {
    Optional<MethodRef> part = declared(method);
    Optional<MethodRef> close = declared(new MethodRef(type, "close", List.of(), "void"));
    if (part.isEmpty() || close.isEmpty() || part.equals(close)) {
      return false;
    }
    List<MethodFlow> whole = own.bodies(close.get(), type);
    Set<MethodRef> within =
        own.bodies(part.get(), type).stream().map(MethodFlow::method).collect(Collectors.toSet());
    return whole.stream().anyMatch(flow -> flow.method().equals(part.get()))
        && whole.stream().filter(flow -> !within.contains(flow.method())).noneMatch(this::frees);
  }

  private Optional<MethodRef> declared(MethodRef method) {
    return knowledge.targets().declared(method).map(MethodFacts::ref);
  }

  private boolean frees(MethodFlow flow) {
    return flow.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && (!OnItself.isOn(flow, node.id(), call.receiver()) || isInherited(call))
                    && (knowledge.isReleaseName(call.callee()) || knowledge.frees(call)));
  }

  /** What a class of the platform does for the object itself has no body to look into. */
  private boolean isInherited(Step.Call call) {
    return declared(call.callee())
        .filter(method -> Platform.isProvided(method.owner()))
        .isPresent();
  }
}
