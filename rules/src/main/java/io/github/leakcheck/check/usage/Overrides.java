package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds methods that take the place of another. */
public final class Overrides {
  private static final int MOST_ABOVE = 6;

  private final Code code;

  public Overrides(Code code) {
    this.code = code;
  }

  /** Classes to judge that extend or implement the type, over however many others. */
  public Set<String> below(String type) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(code.world().program().directSubtypes(type));
    while (!open.isEmpty()) {
      String subtype = open.poll();
      if (code.owns(subtype) && found.add(subtype)) {
        open.addAll(code.world().program().directSubtypes(subtype));
      }
    }
    return found;
  }

  /** The superclasses of the type that are to be judged, the closest first. */
  public List<TypeFacts> above(TypeFacts type) {
    List<TypeFacts> found = new ArrayList<>();
    Optional<TypeFacts> next = directlyAbove(type);
    while (next.isPresent() && found.size() < MOST_ABOVE) {
      found.add(next.get());
      next = directlyAbove(next.get());
    }
    return found;
  }

  private Optional<TypeFacts> directlyAbove(TypeFacts type) {
    return code.world().program().type(type.superName()).filter(facts -> code.owns(facts.name()));
  }

  /** Bodies below that override the method and never call one of its name above them. */
  public List<Body> withoutSuper(MethodRef method) {
    return below(method.owner()).stream()
        .flatMap(type -> code.bodies(type).stream())
        .filter(body -> body.method().overrides(method))
        .filter(body -> !Access.has(body.flow().access(), Access.BRIDGE))
        .filter(body -> !callsAbove(body, method))
        .toList();
  }

  private static boolean callsAbove(Body body, MethodRef method) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && call.kind() == Step.CallKind.SPECIAL
                    && call.callee().name().equals(method.name()));
  }
}
