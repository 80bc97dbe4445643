package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Finds methods that bind something to their thread and take it away again, though not where the
 * work in between throws, or where they return before the block whose end takes it away.
 */
public final class Brackets {
  private static final Set<String> RUNNING =
      Set.of("run", "call", "accept", "apply", "test", "get", "proceed", "invoke", "applyAsInt");

  private static final Set<String> UNBOXING = Set.of("booleanValue", "intValue", "longValue");

  /** What follows a piece of work, or is done once, as all ends. */
  private static final Pattern AFTER =
      Pattern.compile(
          "(after|post|end|finish|complete|cleanup|cleanUp|close|stop|shutdown|shutDown|destroy"
              + "|dispose)(\\p{Upper}.*)?");

  /** Calls that look, tell or take note, and hardly ever throw. */
  private static final Pattern SMALL =
      Pattern.compile(
          "(get|is|has|set|add|put|with|to|log|trace|debug|info|warn|error)(\\p{Upper}.*)?"
              + "|equals|hashCode|size|length|close|append|valueOf|of|build");

  private final Code code;
  private final Origins origins;
  private final Above above;

  public Brackets(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.above = new Above(code);
  }

  /**
   * A way past the end.
   *
   * @param bind the step that binds
   * @param way the call that throws, or the return
   */
  public record Skipped(Body body, int bind, int way) {
    /** Whether the way past the end is a return, not a call that throws. */
    public boolean isReturn() {
      return body.step(way) instanceof Step.Return;
    }
  }

  /**
   * The methods that may leave something behind, one way for each.
   *
   * @param nested whether an inner call may leave it to the outer one to take away, as with queues
   */
  public List<Skipped> of(Bindings bindings, boolean nested) {
    List<Skipped> found = new ArrayList<>();
    for (Body body : bindings.brackets()) {
      if (!endsAbove(bindings, body)) {
        skipped(bindings, body, nested).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Skipped> skipped(Bindings bindings, Body body, boolean nested) {
    Set<Integer> ends = bindings.ends(body.method());
    for (int bind : bindings.binds(body.method())) {
      if (!ends.contains(bind)
          && leads(body, bind, ends::contains)
          && !isCleaningUp(bindings, body, bind)) {
        Optional<Skipped> found =
            thrown(body, bind, ends)
                .or(() -> nested ? Optional.empty() : returned(body, bind, ends));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * In a method that runs when the work is over, or in a finally block, of which compilers make a
   * copy for each way that leads there.
   */
  private static boolean isCleaningUp(Bindings bindings, Body body, int bind) {
    if (AFTER.matcher(body.flow().source().name()).matches()) {
      return true;
    }
    return bindings.binds(body.method()).stream()
        .filter(copy -> body.flow().node(copy).span().equals(body.flow().node(bind).span()))
        .anyMatch(
            copy ->
                body.nodes().stream()
                    .filter(node -> node.step() instanceof Step.Catch any && Between.takesAll(any))
                    .anyMatch(node -> leads(body, node.id(), n -> n == copy)));
  }

  /** Foreign work between the two whose exceptions pass the end by. */
  private Optional<Skipped> thrown(Body body, int bind, Set<Integer> ends) {
    BitSet open = reached(body, bind, ends);
    BitSet guarded = new BitSet();
    body.nodes().stream()
        .filter(node -> open.get(node.id()) && isGuarded(body, node, ends))
        .forEach(node -> guarded.or(reached(body, node.id(), ends)));
    return body.nodes().stream()
        .filter(node -> open.get(node.id()) && node.id() != bind && !ends.contains(node.id()))
        .filter(node -> !guarded.get(node.id()))
        .filter(node -> node.step() instanceof Step.Call call && isWork(call))
        .filter(node -> leads(body, node.id(), ends::contains))
        .findFirst()
        .map(node -> new Skipped(body, bind, node.id()));
  }

  /** Whether exceptions of the step lead to an end: what follows it may be the cleaning up. */
  private static boolean isGuarded(Body body, Node node, Set<Integer> ends) {
    return node.step() instanceof Step.Call
        && node.handlers().stream().anyMatch(handler -> mayEnd(body, handler, ends));
  }

  /** A return that depends on what was found out only after the value was bound. */
  private Optional<Skipped> returned(Body body, int bind, Set<Integer> ends) {
    if (!isEndedInFinally(body, ends)) {
      return Optional.empty();
    }
    BitSet open = reached(body, bind, ends);
    for (Node node : body.nodes()) {
      if (open.get(node.id())
          && node.step() instanceof Step.Test test
          && leads(body, node.id(), ends::contains)
          && isAskedAfter(body, node, test, bind)) {
        for (int next : node.next()) {
          Optional<Integer> back =
              leads(body, next, ends::contains) ? Optional.empty() : back(body, next);
          if (back.isPresent()) {
            return Optional.of(new Skipped(body, bind, back.get()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isEndedInFinally(Body body, Set<Integer> ends) {
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Catch any && Between.takesAll(any))
        .anyMatch(node -> leads(body, node.id(), ends::contains));
  }

  private static Optional<Integer> back(Body body, int from) {
    BitSet reached = reached(body, from, Set.of());
    return body.nodes().stream()
        .filter(node -> reached.get(node.id()) && node.step() instanceof Step.Return)
        .map(Node::id)
        .findFirst();
  }

  /** Whether the test asks for what a call tells that runs after the value was bound. */
  private boolean isAskedAfter(Body body, Node node, Step.Test test, int bind) {
    Set<Origin> asked = origins.of(body, node.id(), test.left());
    return !asked.isEmpty()
        && asked.stream().allMatch(o -> o instanceof Origin.Result r && isToldAfter(body, bind, r));
  }

  private boolean isToldAfter(Body body, int bind, Origin.Result told) {
    String owner = told.call().callee().owner();
    boolean unboxes = UNBOXING.contains(told.call().callee().name()) && Platform.isJdk(owner);
    return told.body() == body
        && !unboxes
        && !ThreadLocalFields.isThreadLocal(code.world(), owner)
        && leads(body, bind, n -> n == told.node())
        && !leads(body, told.node(), n -> n == bind);
  }

  /** Whether some caller, or what a container calls, takes away whatever was left. */
  private boolean endsAbove(Bindings bindings, Body body) {
    Optional<Set<MethodRef>> callers = above.of(Set.of(body.method()));
    return callers.isEmpty()
        || callers.get().stream()
            .anyMatch(m -> !m.equals(body.method()) && !bindings.ends(m).isEmpty())
        || bindings.enders().stream().anyMatch(ender -> code.callers(ender).isEmpty());
  }

  /** Whether the call runs what others have written. */
  private boolean isWork(Step.Call call) {
    String owner = call.callee().owner();
    if (call.kind() == Step.CallKind.CONSTRUCTOR) {
      return false;
    }
    return Platform.isJdk(owner)
        ? call.kind() == Step.CallKind.VIRTUAL
            && RUNNING.contains(call.callee().name())
            && (owner.startsWith("java.util.function.")
                || owner.startsWith("java.lang.reflect.")
                || owner.equals("java.lang.Runnable")
                || owner.equals("java.util.concurrent.Callable"))
        : !SMALL.matcher(call.callee().name()).matches()
            && code.target(call).filter(Brackets::onlyTakesNote).isEmpty();
  }

  /** Whether all that the method does is to look into collections of its object or to fill them. */
  private static boolean onlyTakesNote(Body body) {
    return body.nodes().stream()
        .map(Node::step)
        .allMatch(
            step ->
                !(step instanceof Step.Throw)
                    && (!(step instanceof Step.Call call)
                        || call.callee().owner().startsWith("java.util.")
                            && SMALL.matcher(call.callee().name()).matches()));
  }

  private static boolean mayEnd(Body body, int handler, Set<Integer> ends) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(handler));
    while (!open.isEmpty()) {
      int node = open.poll();
      if (ends.contains(node)) {
        return true;
      }
      if (seen.add(node)) {
        open.addAll(body.flow().node(node).next());
        open.addAll(body.flow().node(node).handlers());
      }
    }
    return false;
  }

  private static boolean leads(Body body, int from, IntPredicate wanted) {
    return Reachability.leads(body.flow(), List.of(from), wanted);
  }

  private static BitSet reached(Body body, int from, Set<Integer> closed) {
    BitSet reached = new BitSet();
    Reachability.leads(
        body.flow(),
        List.of(from),
        node -> {
          reached.set(node);
          return false;
        },
        closed::contains);
    return reached;
  }
}
