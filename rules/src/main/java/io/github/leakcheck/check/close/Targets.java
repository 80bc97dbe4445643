package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.CallKind;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import io.github.leakcheck.facts.Types;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which bodies a call may run, by class hierarchy analysis (Dean, Grove, Chambers, ECOOP 1995),
 * bounded.
 */
final class Targets {
  private static final int SUBTYPES = 40;
  private static final int BODIES = 8;

  private final Program program;
  private final Types types;
  private final Map<MethodRef, List<MethodRef>> virtual = new HashMap<>();
  private final Map<MethodRef, Optional<MethodFacts>> declared = new HashMap<>();

  Targets(Program program, Types types) {
    this.program = program;
    this.types = types;
  }

  /** The declaration that the call's static type finds. */
  Optional<MethodFacts> declared(MethodRef callee) {
    return declared.computeIfAbsent(callee, types::declared);
  }

  /** The body that the call's static type finds; empty if there is none. */
  Optional<MethodFlow> body(MethodRef callee) {
    return declared(callee).map(MethodFacts::ref).flatMap(program::body);
  }

  /** Methods that may run, declared where they have a body; empty if unknown or too many. */
  List<MethodRef> of(Step.Call call) {
    MethodRef callee = call.callee();
    if (Platform.isProvided(callee.owner()) || !callee.isResolved()) {
      return List.of();
    }
    if (call.kind() != CallKind.VIRTUAL) {
      return declared(callee).map(MethodFacts::ref).stream().toList();
    }
    return bodies(callee);
  }

  /** The same for a virtual call on an object made as exactly this type. */
  List<MethodRef> of(Step.Call call, String made) {
    MethodRef callee = call.callee();
    if (Platform.isProvided(made) || !callee.isResolved()) {
      return of(call);
    }
    MethodRef exact = new MethodRef(made, callee.name(), callee.parameters(), callee.result());
    List<MethodRef> found =
        declared(exact).filter(Targets::hasBody).map(MethodFacts::ref).stream().toList();
    return found.isEmpty() ? of(call) : found;
  }

  /** The same for a virtual call of the method. */
  List<MethodRef> bodies(MethodRef callee) {
    return virtual.computeIfAbsent(callee, this::dispatch);
  }

  private List<MethodRef> dispatch(MethodRef callee) {
    Set<MethodRef> found = new LinkedHashSet<>();
    Optional<MethodFacts> base = declared(callee);
    base.filter(Targets::hasBody).ifPresent(m -> found.add(m.ref()));
    boolean closed =
        base.filter(m -> Access.has(m.access(), Access.PRIVATE | Access.FINAL)).isPresent();
    if (!closed) {
      for (String subtype : subtypes(callee.owner())) {
        program
            .type(subtype)
            .flatMap(facts -> facts.method(callee))
            .filter(Targets::hasBody)
            .ifPresent(m -> found.add(m.ref()));
      }
    }
    return found.size() > BODIES
        ? base.filter(Targets::hasBody).map(MethodFacts::ref).stream().toList()
        : List.copyOf(found);
  }

  private static boolean hasBody(MethodFacts method) {
    return !Access.has(method.access(), Access.ABSTRACT)
        && !Access.has(method.access(), Access.NATIVE);
  }

  /** Known subtypes, nearest first. */
  Collection<String> subtypes(String type) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(program.directSubtypes(type));
    while (!open.isEmpty() && seen.size() < SUBTYPES) {
      String next = open.poll();
      if (seen.add(next)) {
        open.addAll(program.directSubtypes(next));
      }
    }
    return seen;
  }

  Optional<TypeFacts> type(String name) {
    return program.type(name);
  }
}
