package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what classes of libraries do with the threads that they are given and keep in a field. */
final class LibraryFields {
  private static final Pattern RUNS =
      Pattern.compile("(execute|submit|schedule|register|next|invoke|requireNonNull|check).*");

  private final Code code;
  private final Origins origins;
  private final Map<FieldRef, Boolean> known = new HashMap<>();

  LibraryFields(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether the class, all of which is in sight, uses the field only to have tasks run. */
  boolean neverEnds(FieldRef field) {
    return known.computeIfAbsent(field, this::isOnlyRun);
  }

  private boolean isOnlyRun(FieldRef field) {
    List<MethodFacts> methods =
        code.world().program().type(field.owner()).map(TypeFacts::methods).orElse(List.of());
    List<Body> bodies =
        methods.stream()
            .flatMap(method -> code.body(method.ref().in(field.owner())).stream())
            .toList();
    return !bodies.isEmpty()
        && bodies.stream()
            .allMatch(body -> body.nodes().stream().noneMatch(n -> mayEnd(body, n, field)));
  }

  private boolean mayEnd(Body body, Node node, FieldRef field) {
    return node.step() instanceof Step.Call call
        && (Verbs.isEnding(call.callee().name()) && holds(body, node, call.receiver(), field)
            || !RUNS.matcher(call.callee().name()).matches()
                && call.arguments().stream().anyMatch(a -> holds(body, node, a, field)));
  }

  private boolean holds(Body body, Node node, int register, FieldRef field) {
    Set<Origin> values = origins.of(body, node.id(), register);
    return values.stream()
        .anyMatch(o -> o instanceof Origin.OfField f && f.field().name().equals(field.name()));
  }
}
