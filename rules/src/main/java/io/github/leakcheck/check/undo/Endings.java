package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the code that runs when an object is ended: what its ending methods reach. */
public final class Endings {
  private static final int MOST = 300;
  private static final Pattern KEEPS = Pattern.compile("(add|offer|put|push|register|on|set).*");

  private final Code code;
  private final Lifecycle lifecycle;
  private final Map<String, Set<MethodRef>> known = new HashMap<>();
  private final Map<String, Set<MethodRef>> functions = new HashMap<>();

  public Endings(Code code) {
    this.code = code;
    this.lifecycle = Lifecycle.of(code);
  }

  /** Whether ending an object of the class may run this body; functions kept for later count. */
  public boolean reach(String className, MethodRef method) {
    return known.computeIfAbsent(className, this::reached).contains(method);
  }

  /** Whether the body is a function that the class keeps for later, or is reached from one. */
  boolean isKept(String className, MethodRef method) {
    return functions.computeIfAbsent(Code.nestOf(className), this::kept).contains(method);
  }

  private Set<MethodRef> reached(String className) {
    Deque<MethodRef> open = new ArrayDeque<>();
    lifecycle.endings(className).forEach(body -> open.add(body.method()));
    Set<MethodRef> found = closure(open);
    found.addAll(functions.computeIfAbsent(Code.nestOf(className), this::kept));
    return found;
  }

  private Set<MethodRef> kept(String nest) {
    Deque<MethodRef> open = new ArrayDeque<>();
    for (String type : code.nest(nest)) {
      for (Body body : code.bodies(type)) {
        for (Node node : body.nodes()) {
          if (node.step() instanceof Step.Lambda lambda
              && lambda.body() != null
              && isKept(body, node.id(), lambda)) {
            open.add(lambda.body());
          }
        }
      }
    }
    return closure(open);
  }

  /** The method and all that run when it does, functions it makes among them. */
  public Set<MethodRef> reachedFrom(MethodRef method) {
    return closure(new ArrayDeque<>(List.of(method)));
  }

  private Set<MethodRef> closure(Deque<MethodRef> open) {
    Set<MethodRef> found = new HashSet<>();
    while (!open.isEmpty() && found.size() < MOST) {
      MethodRef method = open.poll();
      if (found.add(method)) {
        code.body(method).filter(b -> code.owns(method.owner())).ifPresent(b -> add(b, open));
      }
    }
    return found;
  }

  private void add(Body body, Deque<MethodRef> open) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call) {
        code.target(call).ifPresent(target -> open.add(target.method()));
      } else if (node.step() instanceof Step.Lambda lambda && lambda.body() != null) {
        open.add(lambda.body());
      }
    }
  }

  /** Whether the function goes into a field, a collection or to the caller. */
  private boolean isKept(Body body, int made, Step.Lambda lambda) {
    Origin function = new Origin.Function(body, made, lambda);
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreField store && holds(body, node, store.value(), function)
          || node.step() instanceof Step.Return back && holds(body, node, back.value(), function)
          || node.step() instanceof Step.Call call
              && KEEPS.matcher(call.callee().name()).matches()
              && isRunnable(lambda)
              && call.arguments().stream().anyMatch(a -> holds(body, node, a, function))) {
        return true;
      }
    }
    return false;
  }

  /** What is run later to clean up takes nothing; a listener takes an event. */
  private boolean isRunnable(Step.Lambda lambda) {
    Optional<Body> body = code.body(lambda.body());
    int taken = body.map(b -> b.flow().parameters().size()).orElse(0) - lambda.captured().size();
    return taken <= 0 || List.of("java.util.function.Consumer").contains(lambda.type());
  }

  private boolean holds(Body body, Node node, int register, Origin value) {
    return Origins.of(code).of(body, node.id(), register).contains(value);
  }
}
