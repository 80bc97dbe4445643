package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Knows classes whose objects start a thread that goes on until a method of the object sets the
 * flag that its loop asks.
 */
final class FlaggedThreads {
  private static final String THREAD = "java.lang.Thread";

  private final Code code;
  private final Origins origins;
  private final ThreadBodies bodies;
  private final Endings endings;

  FlaggedThreads(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.bodies = new ThreadBodies(code);
    this.endings = new Endings(code);
  }

  /**
   * A thread that an object starts and ends.
   *
   * @param start where it is started
   * @param end the method without parameters that sets the flag
   */
  record Flagged(Site start, Body end, FieldKey flag) {
    /** Whether the end is there for nothing but the thread: it closes nothing. */
    boolean isAllThatEnds() {
      return end.nodes().stream()
          .noneMatch(node -> node.step() instanceof Step.Call call && closes(call.callee().name()));
    }

    private static boolean closes(String name) {
      return Verbs.isEnding(name) && !name.equals("interrupt");
    }
  }

  /** The first such thread of the class; empty if something else may end it as well. */
  Optional<Flagged> of(String type) {
    for (Body body : code.owns(type) ? code.bodies(type) : List.<Body>of()) {
      for (Node node : body.flow().isStatic() ? List.<Node>of() : body.nodes()) {
        if (node.step() instanceof Step.Call call && isStart(call)) {
          Optional<Flagged> found =
              bodies.of(body, node.id(), call).stream()
                  .filter(run -> run.method().owner().equals(type))
                  .flatMap(run -> flagged(body.site(node.id()), run).stream())
                  .findFirst();
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isStart(Step.Call call) {
    return call.callee().name().equals("start")
        && call.arguments().isEmpty()
        && code.world().types().isSubtype(call.callee().owner(), THREAD);
  }

  private Optional<Flagged> flagged(Site start, Body run) {
    return asked(run).stream()
        .filter(flag -> flag.owner().equals(run.method().owner()) && endsOnlyBy(run, flag))
        .flatMap(flag -> end(flag, run, start).map(end -> new Flagged(start, end, flag)).stream())
        .findFirst();
  }

  private Set<FieldKey> asked(Body run) {
    Set<FieldKey> found = new HashSet<>();
    run.nodes().forEach(node -> flag(run, node).ifPresent(found::add));
    return found;
  }

  /** The flag of this object that the step asks. */
  private Optional<FieldKey> flag(Body body, Node node) {
    if (!(node.step() instanceof Step.Test test) || test.comparison() != Step.Comparison.IS_TRUE) {
      return Optional.empty();
    }
    Set<Origin> asked = origins.of(body, node.id(), test.left());
    return asked.size() == 1
            && asked.iterator().next() instanceof Origin.OfField field
            && !field.field().isStatic()
            && field.field().type().equals("boolean")
        ? Optional.of(code.key(field.field()))
        : Optional.empty();
  }

  /** Whether no ordinary way leads out of the body as long as the flag tells it to go on. */
  private boolean endsOnlyBy(Body run, FieldKey flag) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      Node node = run.flow().node(open.pop());
      if (node.step() instanceof Step.Return) {
        return false;
      }
      if (seen.add(node.id())) {
        open.addAll(next(run, node, flag));
      }
    }
    return true;
  }

  /** Past a test of the flag, the ways that come to it once more. */
  private Collection<Integer> next(Body run, Node node, FieldKey flag) {
    return flag(run, node).filter(flag::equals).isEmpty()
        ? node.next()
        : node.next().stream().filter(to -> Ways.lead(run, to, node.id())).toList();
  }

  /** The one method that sets the flag, beside what the thread does itself. */
  private Optional<Body> end(FieldKey flag, Body run, Site start) {
    Set<MethodRef> own = endings.reachedFrom(run.method());
    List<Body> setting = new ArrayList<>();
    for (Site site : code.stores(flag)) {
      MethodRef method = site.method();
      if (!method.isConstructor() && !method.equals(start.method()) && !own.contains(method)) {
        code.body(method).ifPresent(setting::add);
      }
    }
    return setting.stream().distinct().count() == 1 && isEnd(setting.get(0), flag)
        ? Optional.of(setting.get(0))
        : Optional.empty();
  }

  private boolean isEnd(Body body, FieldKey flag) {
    return body.method().owner().equals(flag.owner())
        && ends(body)
        && code.callers(body.method()).stream()
            .filter(site -> site.method().owner().equals(flag.owner()))
            .allMatch(site -> code.body(site.method()).filter(FlaggedThreads::ends).isPresent());
  }

  private static boolean ends(Body body) {
    return !body.flow().isStatic()
        && List.of().equals(body.method().parameters())
        && (Lifecycle.ends(body.flow()) || Verbs.isEnding(body.method().name()));
  }
}
