package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells loops that catch the interruption of what they wait for, and go on. */
final class Uninterruptible {
  private static final int CALLS = 2;
  private static final Set<String> CAUGHT_BY =
      Set.of("java.lang.InterruptedException", "java.lang.Exception", "java.lang.Throwable");

  private final Code code;
  private final ConstantFlags flags;

  Uninterruptible(Code code) {
    this.code = code;
    this.flags = new ConstantFlags(code);
  }

  /** Whether neither an ordinary way leads out of the method nor an interruption. */
  boolean is(Body body) {
    Ways ways = ways(body, CALLS);
    return ways.waits() && !ways.ends();
  }

  /**
   * What the body may do.
   *
   * @param waits it waits for something that an interruption ends
   * @param ends it comes to an end
   * @param passes an interruption may leave it as an exception
   */
  private record Ways(boolean waits, boolean ends, boolean passes) {}

  private Ways ways(Body body, int depth) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    boolean waits = false;
    boolean returns = false;
    boolean throwsIt = false;
    while (!open.isEmpty()) {
      int at = open.pop();
      if (seen.get(at)) {
        continue;
      }
      seen.set(at);
      Node node = body.flow().node(at);
      boolean interrupted = node.step() instanceof Step.Throw;
      if (node.step() instanceof Step.Call call) {
        Ways inner = called(body, call, depth);
        waits |= inner.waits();
        interrupted = inner.passes();
        returns |= Endless.isOpened(call);
      }
      if (interrupted) {
        Optional<Integer> handler = handler(body, node);
        handler.ifPresent(open::add);
        throwsIt |= handler.isEmpty();
      }
      returns |= node.step() instanceof Step.Return;
      open.addAll(flags.next(body, node));
    }
    return new Ways(waits, returns || throwsIt, throwsIt);
  }

  private Ways called(Body caller, Step.Call call, int depth) {
    if (Endless.waits(call)) {
      return new Ways(true, true, true);
    }
    Optional<Body> target = code.target(call).filter(b -> code.owns(b.method().owner()));
    if (target.isEmpty() || target.get() == caller) {
      return new Ways(false, true, false);
    }
    // Too deep to tell: then an interruption may come from there.
    return depth == 0 ? new Ways(false, true, true) : ways(target.get(), depth - 1);
  }

  /** The first handler that gets an interruption. */
  private static Optional<Integer> handler(Body body, Node node) {
    return node.handlers().stream()
        .filter(
            at ->
                body.step(at) instanceof Step.Catch c
                    && (c.types().isEmpty() || c.types().stream().anyMatch(CAUGHT_BY::contains)))
        .findFirst();
  }
}
