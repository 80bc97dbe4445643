package io.github.leakcheck.check.growth.answers;

import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds time limits that a future or a reactive chain is given: {@code future.orTimeout(..)}, or
 * {@code Mono.create(sink -> pending.put(id, sink)).timeout(..)}.
 */
final class Limits {
  private static final int CHAIN = 8;
  private static final int NESTING = 3;
  private static final Pattern LIMITS = Pattern.compile("orTimeout|completeOnTimeout|timeout");

  private final Code code;
  private final Origins origins;
  private final Reaches reaches;

  Limits(Code code, Reaches reaches) {
    this.code = code;
    this.origins = Origins.of(code);
    this.reaches = reaches;
  }

  /** Where what a body adds gets a time limit, if no function on the way removes it again. */
  Optional<Site> of(Body body, Set<Origin> value, List<Use> removals) {
    Optional<Site> here = limit(body, value, removals);
    return here.isPresent() || !body.flow().isLambdaBody() ? here : around(body, removals, NESTING);
  }

  /** The limit of the chain that the function is part of, or the one around that. */
  private Optional<Site> around(Body body, List<Use> removals, int depth) {
    for (Site made : code.functionSites(body.method())) {
      Optional<Body> maker = code.body(made.method());
      Optional<Origin> chain = maker.flatMap(m -> call(m, made.node()));
      if (chain.isEmpty() || removesLater(maker.get(), chain.get(), removals)) {
        return Optional.empty();
      }
      Optional<Site> found = limit(maker.get(), Set.of(chain.get()), removals);
      if (found.isPresent()) {
        return found;
      }
      return depth > 0 && maker.get().flow().isLambdaBody()
          ? around(maker.get(), removals, depth - 1)
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** The result of the call that is given the function made at the node. */
  private Optional<Origin> call(Body maker, int made) {
    for (Node node : maker.nodes()) {
      if (node.step() instanceof Step.Call call
          && origins.ofArguments(maker, node.id(), call).anyMatch(o -> o.isMadeAt(maker, made))) {
        return Optional.of(new Origin.Result(maker, node.id(), call));
      }
    }
    return Optional.empty();
  }

  private Optional<Site> limit(Body body, Set<Origin> start, List<Use> removals) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && LIMITS.matcher(call.callee().name()).matches()
          && hasTime(call.callee())
          && leadsTo(body, node.id(), call.receiver(), start, CHAIN)) {
        return start.stream().anyMatch(value -> removesLater(body, value, removals))
            ? Optional.empty()
            : Optional.of(body.site(node.id()));
      }
    }
    return Optional.empty();
  }

  private static boolean hasTime(MethodRef callee) {
    return callee.parameters() != null
        && callee.parameters().stream()
            .anyMatch(type -> type.equals("long") || type.equals("java.time.Duration"));
  }

  /** Whether the register holds one of the values, or what calls on one of them returned. */
  private boolean leadsTo(Body body, int node, int register, Set<Origin> start, int depth) {
    for (Origin origin : origins.of(body, node, register)) {
      if (start.contains(origin)
          || depth > 0
              && origin instanceof Origin.Result result
              && result.body() == body
              && leadsTo(body, result.node(), result.call().receiver(), start, depth - 1)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a function that the chain is given removes: on an error, a cancellation, at its end.
   */
  private boolean removesLater(Body body, Origin chain, List<Use> removals) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && leadsTo(body, node.id(), call.receiver(), Set.of(chain), CHAIN)
                    && origins
                        .ofArguments(body, node.id(), call)
                        .anyMatch(given -> reaches.from(given, removals)));
  }
}
