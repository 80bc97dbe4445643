package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
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

/** Follows a body to what it runs in its own nest: methods, functions, objects that it makes. */
public final class Leads {
  private static final int LIMIT = 60;

  private final Code code;
  private final Map<MethodRef, Set<MethodRef>> known = new HashMap<>();

  public Leads(Code code) {
    this.code = code;
  }

  /** Whether the body, or what it runs, does one of these. */
  public boolean toAny(Body body, List<Use> uses) {
    Set<MethodRef> reached = known.computeIfAbsent(body.method(), m -> from(body));
    return uses.stream().anyMatch(use -> reached.contains(use.site().method()));
  }

  private Set<MethodRef> from(Body start) {
    Set<MethodRef> seen = new HashSet<>(Set.of(start.method()));
    Deque<Body> open = new ArrayDeque<>(List.of(start));
    String nest = Code.nestOf(start.method().owner());
    while (!open.isEmpty() && seen.size() < LIMIT) {
      for (Node node : open.poll().nodes()) {
        for (Body next : next(node.step())) {
          if (Code.nestOf(next.method().owner()).equals(nest) && seen.add(next.method())) {
            open.add(next);
          }
        }
      }
    }
    return seen;
  }

  private List<Body> next(Step step) {
    if (step instanceof Step.Call call) {
      return code.target(call).map(List::of).orElse(List.of());
    } else if (step instanceof Step.Lambda lambda && lambda.body() != null) {
      return code.body(lambda.body()).map(List::of).orElse(List.of());
    }
    return step instanceof Step.New made && code.owns(made.type())
        ? List.copyOf(code.bodies(made.type()))
        : List.of();
  }

  /** The interface of the function that is made at the site. */
  public Optional<String> functionType(Site site) {
    return code.body(site.method())
        .map(body -> body.step(site.node()))
        .filter(Step.Lambda.class::isInstance)
        .map(step -> ((Step.Lambda) step).type());
  }
}
