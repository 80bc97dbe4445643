package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import io.github.leakcheck.facts.TypeFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells values that are loaded by a name which somebody gives, from the class path or from the
 * platform's providers: there are as many as there are resources, classes or algorithms.
 */
public final class LoadedByName {
  private static final int DEPTH = 5;
  private static final Set<String> LOADS =
      Set.of(
          "getResource",
          "getResourceAsStream",
          "getResources",
          "getSystemResource",
          "getSystemResourceAsStream",
          "forName",
          "loadClass",
          "getBundle");

  private static final Set<String> MISSING =
      Set.of("java.lang.ClassNotFoundException", "java.lang.NoSuchMethodException");

  /** Ways from a class to an object of it. */
  private static final Set<String> MAKES =
      Set.of("newInstance", "getDeclaredConstructor", "getConstructor", "asSubclass");

  private final Code code;
  private final Origins origins;

  public LoadedByName(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether the value, or what the function in the register makes, is loaded by a name given. */
  public boolean is(Body body, int node, int register) {
    for (Origin origin : origins.of(body, node, register)) {
      boolean found =
          origin instanceof Origin.Result result
              ? loads(result.body(), result.node(), result.call(), DEPTH, new HashSet<>())
              : origin instanceof Origin.Function function
                  && function.lambda().body() != null
                  && code.body(function.lambda().body())
                      .filter(made -> loads(made, DEPTH, new HashSet<>()))
                      .isPresent();
      if (found) {
        return true;
      }
    }
    return false;
  }

  private boolean loads(Body body, int depth, Set<MethodRef> seen) {
    if (depth == 0 || !seen.add(body.method())) {
      return false;
    }
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call && loads(body, node.id(), call, depth, seen)) {
        return true;
      }
    }
    return false;
  }

  private boolean loads(Body body, int node, Step.Call call, int depth, Set<MethodRef> seen) {
    if (MAKES.contains(call.callee().name()) && Platform.isJdk(call.callee().owner())) {
      return origins.of(body, node, call.receiver()).stream()
          .anyMatch(
              o ->
                  depth > 0
                      && o instanceof Origin.Result made
                      && loads(made.body(), made.node(), made.call(), depth - 1, seen));
    }
    if (call.arguments().stream().noneMatch(argument -> isGiven(body, node, argument, 4))) {
      return false;
    }
    MethodRef callee = call.callee();
    boolean platform = Platform.isJdk(callee.owner());
    if (platform && (LOADS.contains(callee.name()) || isProvided(callee))) {
      return true;
    }
    return !platform && announcesMissing(callee)
        || targets(call).stream().anyMatch(target -> loads(target, depth - 1, seen));
  }

  /** Whether the method says that there may be no class of the name that it is given. */
  private boolean announcesMissing(MethodRef callee) {
    return code.world()
        .types()
        .declared(callee)
        .filter(method -> method.exceptions().stream().anyMatch(MISSING::contains))
        .isPresent();
  }

  private static boolean isProvided(MethodRef callee) {
    return callee.name().equals("getInstance")
        && (callee.owner().startsWith("java.security.")
            || callee.owner().startsWith("javax.crypto."));
  }

  /** Whether a name that the method was given is in the value. */
  private boolean isGiven(Body body, int node, int register, int depth) {
    for (Origin origin : origins.of(body, node, register)) {
      if (origin instanceof Origin.OfParameter parameter) {
        if (!parameter.isThis() && isName(parameter)) {
          return true;
        }
      } else if (depth > 0 && origin instanceof Origin.Result result) {
        if (anyGiven(result.body(), result.node(), StepUses.used(result.call()), depth)) {
          return true;
        }
      } else if (depth > 0
          && origin instanceof Origin.Other other
          && other.body().step(other.node()) instanceof Step.Compute compute
          && anyGiven(other.body(), other.node(), compute.operands(), depth)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyGiven(Body body, int node, List<Integer> registers, int depth) {
    return registers.stream().anyMatch(register -> isGiven(body, node, register, depth - 1));
  }

  /** A text, what a file says under one, or an object that is known as no more than that. */
  private static boolean isName(Origin.OfParameter parameter) {
    MethodFlow flow = parameter.body().flow();
    int position = parameter.index() - (flow.isStatic() || flow.isLambdaBody() ? 0 : 1);
    List<String> types = flow.method().parameters();
    return types == null
        || position < 0
        || position >= types.size()
        || types.get(position).equals("java.lang.String")
        || types.get(position).equals("java.net.URI")
        || types.get(position).equals("java.util.Properties")
        || types.get(position).equals("java.lang.Object");
  }

  /** The body that the call runs, or those of classes right below the type it names. */
  private List<Body> targets(Step.Call call) {
    Optional<Body> target = code.target(call);
    if (target.isPresent() || call.callee().parameters() == null) {
      return target.map(List::of).orElse(List.of());
    }
    List<Body> found = new ArrayList<>();
    for (String type : code.world().program().directSubtypes(call.callee().owner())) {
      code.world()
          .program()
          .type(type)
          .flatMap(facts -> facts.method(call.callee()))
          .map(TypeFacts.MethodFacts::ref)
          .flatMap(ref -> code.body(ref.in(type)))
          .ifPresent(found::add);
    }
    return found;
  }
}
