package io.github.leakcheck.check.undo.lifetimes;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Knows what an object hands out of what its maker gave it where only a superclass that is out of
 * sight keeps it, as a skin does with its control.
 */
final class GivenToSuper {
  private final Code code;
  private final Origins origins;

  GivenToSuper(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether the object asks itself for an object of a type that it gave its superclass. */
  boolean isHandedOut(Origin.Result result) {
    Step.Call call = result.call();
    boolean own = origins.isThis(result.body(), result.node(), call.receiver());
    return own
        && call.receiver() != Step.NONE
        && call.arguments().isEmpty()
        && code.target(call).isEmpty()
        && gives(result.body().flow().source().className(), types(result));
  }

  /** What the result is declared or cast to be. */
  private Set<String> types(Origin.Result result) {
    Set<String> types = new HashSet<>(Set.of(result.call().callee().result()));
    for (Node node : result.body().nodes()) {
      if (node.step() instanceof Step.Cast cast
          && origins.of(result.body(), node.id(), cast.from()).contains(result)) {
        types.add(cast.type());
      }
    }
    return types;
  }

  private boolean gives(String className, Set<String> types) {
    return code.world().types().supertypes(className).stream()
        .filter(code::owns)
        .flatMap(type -> code.bodies(type).stream())
        .filter(body -> body.method().isConstructor())
        .anyMatch(body -> gives(body, types));
  }

  /** Whether the constructor passes one of its parameters on to a superclass out of sight. */
  private boolean gives(Body body, Set<String> types) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && call.kind() == Step.CallKind.CONSTRUCTOR
                    && !code.owns(call.callee().owner())
                    && origins.mayBeThis(body, node.id(), call.receiver())
                    && origins
                        .ofArguments(body, node.id(), call)
                        .anyMatch(o -> isOf(body, o, types)));
  }

  private static boolean isOf(Body body, Origin value, Set<String> types) {
    List<String> declared = body.method().parameters();
    return value instanceof Origin.OfParameter parameter
        && declared != null
        && parameter.index() > 0
        && parameter.index() <= declared.size()
        && types.contains(declared.get(parameter.index() - 1));
  }
}
