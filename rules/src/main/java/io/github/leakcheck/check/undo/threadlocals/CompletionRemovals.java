package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Bindings;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds values that are set before some work begins and taken away where that is complete: most
 * often another thread completes it, and the one that began keeps the value.
 */
final class CompletionRemovals {
  private static final String STAGE = "java.util.concurrent.CompletionStage";

  private final World world;
  private final Code code;
  private final Origins origins;

  CompletionRemovals(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** The first such value, empty if there is none. */
  Optional<Remain> of(ThreadUses uses, Bindings values) {
    return values.binders().stream()
        .filter(begins -> !isEndedByCaller(values, begins))
        .flatMap(begins -> left(uses, values, begins).stream())
        .findFirst();
  }

  private Optional<Remain> left(ThreadUses uses, Bindings values, Body begins) {
    int bind = values.binds(begins.method()).iterator().next();
    for (Node node : begins.nodes()) {
      if (node.step() instanceof Step.Call call
          && world.types().isSubtype(call.callee().owner(), STAGE)
          && Ways.lead(begins, bind, node.id())
          && functions(begins, node, call).anyMatch(f -> endsOnly(values, f))) {
        return Optional.of(remain(uses, begins, bind, node.id(), call));
      }
    }
    return Optional.empty();
  }

  /** Whether the function takes away what it has not set itself. */
  private static boolean endsOnly(Bindings values, Body function) {
    return !values.ends(function.method()).isEmpty() && values.binds(function.method()).isEmpty();
  }

  private boolean isEndedByCaller(Bindings values, Body begins) {
    return code.callers(begins.method()).stream()
        .anyMatch(site -> !values.ends(site.method()).isEmpty());
  }

  private Stream<Body> functions(Body body, Node node, Step.Call call) {
    Set<Body> found = new HashSet<>();
    for (int argument : call.arguments()) {
      for (Origin given : origins.of(body, node.id(), argument)) {
        if (given instanceof Origin.Function function && function.lambda().body() != null) {
          code.body(function.lambda().body()).ifPresent(found::add);
        }
      }
    }
    return found.stream();
  }

  private static Remain remain(ThreadUses uses, Body begins, int bind, int way, Step.Call call) {
    String message =
        "The value set into "
            + uses.name()
            + " is taken away in `"
            + call.callee().name()
            + "()`, by the thread that completes the work, and stays with the one that began it";
    String help = "Take it away in a finally block of the method that sets it";
    return new Remain(begins.site(bind), Confidence.MEDIUM, message, help, begins, way);
  }
}
