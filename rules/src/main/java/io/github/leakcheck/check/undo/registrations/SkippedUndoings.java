package io.github.leakcheck.check.undo.registrations;

import io.github.leakcheck.check.undo.Bindings;
import io.github.leakcheck.check.undo.Brackets;
import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.undo.Undoings;
import io.github.leakcheck.check.undo.lifetimes.LocalObjects;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds objects that are registered and taken back by whoever makes them for one piece of work,
 * though not where the work throws.
 */
final class SkippedUndoings {
  private final Code code;
  private final Origins origins;
  private final Undoings undoings;
  private final Brackets brackets;
  private final LocalObjects objects;

  SkippedUndoings(Code code, Undoings undoings) {
    this.code = code;
    this.origins = Origins.of(code);
    this.undoings = undoings;
    this.brackets = new Brackets(code);
    this.objects = new LocalObjects(code);
  }

  /** The work whose failure passes by the end of the object that registers itself. */
  Optional<Site> of(Registration made) {
    Body body = made.body();
    if (body.flow().isLambdaBody() || body.flow().isStatic() || !isOfItself(made)) {
      return Optional.empty();
    }
    Set<MethodRef> ends =
        undoings.near(body.method().owner(), made).stream()
            .map(Site::method)
            .filter(method -> method.owner().equals(body.method().owner()))
            .filter(method -> !method.equals(body.method()))
            .collect(Collectors.toSet());
    return ends.isEmpty()
        ? Optional.empty()
        : code.callers(body.method()).stream()
            .filter(site -> Starts.of(code).onlyAtStart(site.method()) == Starts.Answer.NO)
            .flatMap(site -> skipped(site, ends).stream())
            .findFirst();
  }

  private boolean isOfItself(Registration made) {
    int position = made.line().argument().orElse(0);
    return position < made.call().arguments().size()
        && origins.isThis(made.body(), made.node(), made.call().arguments().get(position));
  }

  private Optional<Site> skipped(Site begin, Set<MethodRef> ends) {
    Body body = code.body(begin.method()).orElse(null);
    if (body == null || !(body.step(begin.node()) instanceof Step.Call call)) {
      return Optional.empty();
    }
    Set<Origin> object = origins.of(body, begin.node(), call.receiver());
    if (object.size() != 1
        || !(object.iterator().next() instanceof Origin.Fresh fresh)
        || fresh.body() != body
        || objects.isHandedOn(body, fresh)) {
      return Optional.empty();
    }
    List<Site> undone =
        body.nodes().stream()
            .filter(node -> isEnd(body, node, fresh, ends))
            .map(node -> body.site(node.id()))
            .toList();
    return undone.isEmpty()
        ? Optional.empty()
        : brackets.of(new Bindings(code, List.of(begin), undone), true).stream()
            .filter(skip -> skip.body().method().equals(begin.method()))
            .map(skip -> skip.body().site(skip.way()))
            .findFirst();
  }

  private boolean isEnd(Body body, Node node, Origin.Fresh object, Set<MethodRef> ends) {
    return node.step() instanceof Step.Call call
        && call.receiver() != Step.NONE
        && code.target(call).map(Body::method).filter(ends::contains).isPresent()
        && origins.of(body, node.id(), call.receiver()).contains(object);
  }
}
