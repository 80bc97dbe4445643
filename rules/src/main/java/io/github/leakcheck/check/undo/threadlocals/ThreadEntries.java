package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what code does with the values of a thread local: where it asks for them, and where it gets
 * them from a method that hands them out.
 */
final class ThreadEntries {
  private final Code code;
  private final Origins origins;
  private final Effects effects;

  ThreadEntries(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.effects = Effects.of(code.world());
  }

  /** Uses of values among the uses of the thread local, and those by callers of its getters. */
  List<Use> of(List<Use> uses, List<Use> gets) {
    List<Use> found =
        new ArrayList<>(uses.stream().filter(use -> use.reach() == Use.Reach.ENTRY).toList());
    for (Use get : gets) {
      if (code.body(get.site().method()).filter(body -> returns(body, get)).isPresent()) {
        MethodRef getter = get.site().method();
        code.callers(getter).stream()
            .map(Site::method)
            .distinct()
            .flatMap(method -> code.body(method).stream())
            .forEach(body -> add(body, getter, get, found));
      }
    }
    return found;
  }

  /** Whether the method that adds asks the size before, and adds no more or empties first. */
  boolean isLimited(Use add, List<Use> entries) {
    return isRefused(add) || empties(add, entries);
  }

  /** Whether one answer to a question about the size alone leads to the addition. */
  boolean isRefused(Use add) {
    int at = add.site().node();
    return code.body(add.site().method())
        .filter(
            body ->
                body.nodes().stream()
                    .filter(node -> asksSize(body, node))
                    .anyMatch(
                        node ->
                            node.next().stream().anyMatch(to -> !leads(body, to, at))
                                && node.next().stream().anyMatch(to -> leads(body, to, at))))
        .isPresent();
  }

  private static boolean leads(Body body, int from, int to) {
    return from == to || Ways.lead(body, from, to);
  }

  private boolean asksSize(Body body, Node node) {
    return node.step() instanceof Step.Test test
        && (isSize(body, node, test.left()) || isSize(body, node, test.right()));
  }

  private boolean empties(Use add, List<Use> entries) {
    return code.body(add.site().method())
        .filter(
            body ->
                entries.stream()
                    .filter(use -> use.is(Effect.Kind.REMOVES))
                    .filter(use -> use.site().method().equals(add.site().method()))
                    .anyMatch(end -> isBySize(body, end.site().node())))
        .isPresent();
  }

  private boolean isBySize(Body body, int end) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                asksSize(body, node) && node.next().stream().anyMatch(to -> leads(body, to, end)));
  }

  private boolean isSize(Body body, Node node, int register) {
    return origins.of(body, node.id(), register).stream()
        .anyMatch(o -> o instanceof Origin.Result r && r.call().callee().name().equals("size"));
  }

  private boolean returns(Body body, Use get) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Return back
                    && origins.isMadeAt(body, node.id(), back.value(), get.site().node()));
  }

  private void add(Body body, MethodRef getter, Use returned, List<Use> found) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && origins.of(body, node.id(), call.receiver()).stream().anyMatch(o -> is(o, getter))) {
        found.add(
            new Use(
                returned.held(),
                Use.Kind.CALLED,
                Use.Reach.ENTRY,
                body.site(node.id()),
                call,
                effects.of(call.callee())));
      }
    }
  }

  private static boolean is(Origin origin, MethodRef getter) {
    return origin instanceof Origin.Result result
        && result.call().callee().overrides(getter)
        && result.call().callee().owner().equals(getter.owner());
  }
}
