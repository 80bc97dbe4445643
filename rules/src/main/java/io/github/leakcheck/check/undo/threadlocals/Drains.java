package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds methods that hand out what was collected in a thread local and remove it, but only if there
 * is something of one kind in it: what is of another kind stays and adds up.
 */
final class Drains {
  private static final int DEPTH = 4;

  /** Questions about how much there is, rather than what. */
  private static final Pattern COUNTS =
      Pattern.compile("isEmpty|size|get|peek\\w*|element|hasNext");

  private final Code code;
  private final Origins origins;

  Drains(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** The first such method, empty if there is none. */
  Optional<Remain> of(ThreadUses uses) {
    List<Site> removes = uses.calls("remove").map(Use::site).toList();
    List<Use> adds = uses.entries().stream().filter(use -> use.is(Effect.Kind.ADDS)).toList();
    boolean alone =
        removes.stream().map(Site::method).distinct().count() == 1
            && uses.entries().stream().noneMatch(use -> use.is(Effect.Kind.REMOVES));
    if (!alone || adds.isEmpty()) {
      return Optional.empty();
    }
    Set<MethodRef> getters = uses.getters();
    return code.body(removes.get(0).method())
        .filter(body -> handsOut(uses, body, getters))
        .flatMap(body -> passed(uses, body, removes, getters))
        .map(test -> remain(uses, adds.get(0), test));
  }

  private record Asked(Body body, int test) {}

  /** The test on what is collected that leads past every removal. */
  private Optional<Asked> passed(
      ThreadUses uses, Body body, List<Site> removes, Set<MethodRef> getters) {
    List<Integer> ends = removes.stream().map(Site::node).toList();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Test test
          && Reachability.leads(body.flow(), List.of(node.id()), ends::contains)
          && node.next().stream()
              .anyMatch(next -> !Reachability.leads(body.flow(), List.of(next), ends::contains))
          && asksContent(uses, body, node.id(), test.left(), getters, DEPTH)) {
        return Optional.of(new Asked(body, node.id()));
      }
    }
    return Optional.empty();
  }

  private boolean asksContent(
      ThreadUses uses, Body body, int node, int register, Set<MethodRef> getters, int depth) {
    return depth > 0
        && origins.of(body, node, register).stream()
            .anyMatch(
                o ->
                    o instanceof Origin.Result asked
                        && asked.body() == body
                        && !COUNTS.matcher(asked.call().callee().name()).matches()
                        && (isCollected(uses, body, asked, getters)
                            || asksContent(
                                uses,
                                body,
                                asked.node(),
                                asked.call().receiver(),
                                getters,
                                depth - 1)));
  }

  /** Whether it is asked of what the thread local holds. */
  private boolean isCollected(
      ThreadUses uses, Body body, Origin.Result asked, Set<MethodRef> getters) {
    return origins.of(body, asked.node(), asked.call().receiver()).stream()
        .anyMatch(o -> isCollected(uses, o, getters));
  }

  private boolean isCollected(ThreadUses uses, Origin value, Set<MethodRef> getters) {
    return value instanceof Origin.Result got
        && (uses.isGet(got)
            || code.target(got.call())
                .filter(target -> getters.contains(target.method()))
                .isPresent());
  }

  /** Whether the method returns all that was collected: nobody else is to do that. */
  private boolean handsOut(ThreadUses uses, Body body, Set<MethodRef> getters) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Return back
                    && origins.of(body, node.id(), back.value()).stream()
                        .anyMatch(o -> isCollected(uses, o, getters)));
  }

  private Remain remain(ThreadUses uses, Use add, Asked asked) {
    String message =
        "What is added to the collection in "
            + uses.name()
            + " stays with its thread and adds up where `"
            + asked.body().flow().source().name()
            + "()`, which removes it, does not find what it looks for";
    return new Remain(
        add.site(),
        Confidence.MEDIUM,
        message,
        "Call `" + uses.field().name() + ".remove()` there in any case",
        asked.body(),
        asked.test());
  }
}
