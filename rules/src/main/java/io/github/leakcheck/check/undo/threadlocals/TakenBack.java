package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.undo.Between;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Set;

/**
 * Tells values that never stay with a thread: whoever sets one also sets null, or what was there
 * before, whatever the work in between throws.
 */
final class TakenBack {
  private final Code code;
  private final Origins origins;
  private final ThreadValues values;

  TakenBack(Code code, ThreadValues values) {
    this.code = code;
    this.origins = Origins.of(code);
    this.values = values;
  }

  /**
   * Whether all of the sets are taken back, by who calls them or calls the method that does.
   *
   * @param all every call that sets the same thread local
   */
  boolean are(List<Use> sets, List<Use> all) {
    return sets.stream().allMatch(set -> isTakenBack(set, all));
  }

  private boolean isTakenBack(Use set, List<Use> all) {
    Body body = code.body(set.site().method()).orElse(null);
    if (body == null || set.call().arguments().size() != 1) {
      return false;
    }
    List<Site> sites = all.stream().map(Use::site).toList();
    int value = set.call().arguments().get(0);
    Set<Origin> given = origins.of(body, set.site().node(), value);
    return isBracketed(body, set.site().node(), sites, 0)
        || given.size() == 1
            && given.iterator().next() instanceof Origin.OfParameter parameter
            && parameter.body() == body
            && parameter.position() >= 0
            && areTakenBack(code.callers(body.method()), parameter.position());
  }

  private boolean areTakenBack(List<Site> callers, int position) {
    return !callers.isEmpty()
        && callers.stream()
            .allMatch(
                caller ->
                    code.body(caller.method())
                        .filter(
                            body ->
                                ends(body, caller.node(), position)
                                    || isBracketed(body, caller.node(), callers, position))
                        .isPresent());
  }

  /** Whether every way from the node, by return or exception, leads past one of the ends. */
  private boolean isBracketed(Body body, int node, List<Site> sites, int position) {
    List<Integer> ends =
        sites.stream()
            .filter(site -> site.method().equals(body.method()))
            .map(Site::node)
            .filter(end -> ends(body, end, position))
            .toList();
    return !ends.isEmpty()
        && Between.isCaught(body, node, ends)
        && !Reachability.leads(
            body.flow(), List.of(node), to -> body.step(to) instanceof Step.Return, ends::contains);
  }

  /** Whether the call there gives null or what was there before. */
  private boolean ends(Body body, int node, int position) {
    if (!(body.step(node) instanceof Step.Call call) || position >= call.arguments().size()) {
      return false;
    }
    Set<Origin> given = origins.of(body, node, call.arguments().get(position));
    return !given.isEmpty() && given.stream().allMatch(o -> o.isNull() || isFormer(o));
  }

  private boolean isFormer(Origin value) {
    return values.isGot(value)
        || value instanceof Origin.Result result
            && code.target(result.call()).filter(this::returnsGot).isPresent();
  }

  /** A getter of the thread local. */
  private boolean returnsGot(Body getter) {
    return getter.nodes().stream()
        .filter(node -> node.step() instanceof Step.Return)
        .allMatch(node -> returnsGot(getter, node));
  }

  private boolean returnsGot(Body getter, Node node) {
    Set<Origin> returned = origins.of(getter, node.id(), ((Step.Return) node.step()).value());
    return !returned.isEmpty() && returned.stream().allMatch(values::isGot);
  }
}
