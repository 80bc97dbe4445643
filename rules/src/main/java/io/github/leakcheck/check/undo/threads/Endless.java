package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tells methods that end by an interruption or not at all. */
final class Endless {
  private static final Set<String> WAITS =
      Set.of("take", "sleep", "wait", "await", "park", "parkNanos", "acquire", "remove", "poll");

  /** Closing what these wait for ends the wait by an exception. */
  private static final Set<String> CLOSED_FROM_OUTSIDE =
      Set.of("accept", "read", "readLine", "receive", "select", "readObject", "recv", "readByte");

  private final Code code;
  private final Origins origins;
  private final ConstantFlags flags;
  private final Map<MethodRef, Boolean> known = new HashMap<>();

  Endless(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.flags = new ConstantFlags(code);
  }

  /** Whether no ordinary way leads out of the method, and it waits for nothing that is closed. */
  boolean is(Body body) {
    Boolean answer = known.get(body.method());
    if (answer == null) {
      known.put(body.method(), false);
      answer = !returns(body);
      known.put(body.method(), answer);
    }
    return answer;
  }

  private boolean returns(Body body) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    boolean waits = false;
    while (!open.isEmpty()) {
      int at = open.pop();
      if (seen.get(at)) {
        continue;
      }
      seen.set(at);
      Node node = body.flow().node(at);
      if (node.step() instanceof Step.Return
          || node.step() instanceof Step.Throw && node.handlers().isEmpty()) {
        return true;
      }
      if (node.step() instanceof Step.Call call) {
        if (isOpened(call)) {
          return true;
        }
        waits |= waits(call);
        Optional<Body> target = code.target(call).filter(t -> code.owns(t.method().owner()));
        if (target.isPresent() && target.get() != body) {
          if (is(target.get())) {
            waits = true;
            continue;
          } else if (calls(target.get(), Endless::isOpened)) {
            return true;
          }
          waits |= calls(target.get(), Endless::waits);
        }
      }
      open.addAll(isInterruption(body, node) ? node.next().subList(1, 2) : flags.next(body, node));
      if (node.step() instanceof Step.Throw) {
        open.addAll(node.handlers());
      }
    }
    return !waits;
  }

  /** {@code while (!Thread.interrupted())}: as good as the exception that a wait throws. */
  private boolean isInterruption(Body body, Node node) {
    return node.step() instanceof Step.Test test
        && test.comparison() == Step.Comparison.IS_TRUE
        && node.next().size() == 2
        && origins.of(body, node.id(), test.left()).stream()
            .anyMatch(o -> o instanceof Origin.Result r && asksInterruption(r.call().callee()));
  }

  private boolean asksInterruption(MethodRef callee) {
    return (callee.name().equals("isInterrupted") || callee.name().equals("interrupted"))
        && code.world().types().isSubtype(callee.owner(), "java.lang.Thread");
  }

  private static boolean calls(Body body, Predicate<Step.Call> which) {
    return body.nodes().stream()
        .anyMatch(node -> node.step() instanceof Step.Call call && which.test(call));
  }

  /** Whether the call waits for something, unless it is interrupted. */
  static boolean waits(Step.Call call) {
    return WAITS.contains(call.callee().name()) && call.callee().owner().startsWith("java.");
  }

  /** Whether the call waits for something that is closed from outside. */
  static boolean isOpened(Step.Call call) {
    return CLOSED_FROM_OUTSIDE.contains(call.callee().name())
            && !call.callee().owner().startsWith("java.util.function.")
        || call.callee().owner().equals("java.nio.file.WatchService");
  }
}
