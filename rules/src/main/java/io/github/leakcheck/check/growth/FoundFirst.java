package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Set;

/**
 * Tells additions of things that are few to their authors: what a search through the whole list has
 * not found, and names of which each may be taken once only.
 */
final class FoundFirst {
  private static final Set<String> WALKS = Set.of("iterator", "listIterator");
  private static final Set<String> COMPARES = Set.of("equals", "equalsIgnoreCase");

  private final Code code;
  private final Origins origins;

  FoundFirst(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /**
   * Whether the method that adds, or all that call it, first compare the elements one by one, and
   * return where one is found. Nobody does that with a list that is to be long.
   */
  boolean isSearched(Use use, Body body, List<Use> uses) {
    if (use.call().arguments().size() != 1) {
      return false;
    }
    List<Site> callers = code.callers(body.method());
    return searches(body, use.site().node(), uses)
        || !callers.isEmpty()
            && callers.stream()
                .allMatch(
                    site ->
                        code.body(site.method())
                            .filter(caller -> searches(caller, site.node(), uses))
                            .isPresent());
  }

  private boolean searches(Body body, int add, List<Use> uses) {
    return uses.stream()
        .filter(use -> use.kind() == Use.Kind.CALLED && use.reach() == Use.Reach.ITSELF)
        .filter(use -> use.site().method().equals(body.method()))
        .filter(use -> WALKS.contains(use.call().callee().name()))
        .filter(walk -> Ways.lead(body, walk.site().node(), add))
        .anyMatch(
            walk ->
                body.nodes().stream()
                    .anyMatch(
                        node ->
                            isFound(body, node, add)
                                && Ways.lead(body, walk.site().node(), node.id())
                                && Ways.lead(body, node.next().get(1), node.id())));
  }

  /** Whether something is compared there, and nothing is added where it is equal. */
  private boolean isFound(Body body, Node node, int add) {
    return node.step() instanceof Step.Test test
        && test.comparison() == Step.Comparison.IS_TRUE
        && node.next().size() == 2
        && origins.of(body, node.id(), test.left()).stream()
            .anyMatch(
                o -> o instanceof Origin.Result r && COMPARES.contains(r.call().callee().name()))
        && Reachability.leads(
            body.flow(),
            List.of(node.next().get(0)),
            to -> body.step(to) instanceof Step.Return,
            to -> to == add);
  }

  /** Whether one method gives out what is there, and another refuses names that are taken. */
  boolean areUnique(List<Use> uses) {
    List<Use> adds = uses.stream().filter(Use::adds).toList();
    List<Use> refusing = adds.stream().filter(add -> refuses(add, uses)).toList();
    return !refusing.isEmpty() && refusing.size() < adds.size();
  }

  private boolean refuses(Use add, List<Use> uses) {
    return code.body(add.site().method())
        .filter(body -> body.nodes().stream().anyMatch(node -> refuses(body, node, uses)))
        .isPresent();
  }

  /** Whether the method throws, and does nothing else, where the collection has an entry. */
  private boolean refuses(Body body, Node node, List<Use> uses) {
    if (!(node.step() instanceof Step.Test test)
        || node.next().size() != 2
        || test.comparison() != Step.Comparison.IS_NULL
            && test.comparison() != Step.Comparison.IS_TRUE
        || origins.of(body, node.id(), test.left()).stream()
            .noneMatch(o -> isAnswer(body, o, uses))) {
      return false;
    }
    int there = node.next().get(test.comparison() == Step.Comparison.IS_NULL ? 1 : 0);
    return !Reachability.leads(
        body.flow(), List.of(there), to -> body.step(to) instanceof Step.Return);
  }

  private static boolean isAnswer(Body body, Origin value, List<Use> uses) {
    return value instanceof Origin.Result result
        && result.body() == body
        && !result.call().arguments().isEmpty()
        && uses.stream()
            .anyMatch(
                use ->
                    use.kind() == Use.Kind.CALLED && use.site().equals(body.site(result.node())));
  }
}
