package io.github.leakcheck.check.growth.failures;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.List;
import java.util.Set;

/** Tells calls that may fail, by what they declare and by what the code around them catches. */
final class Throwing {
  private static final String UNCHECKED = "java.lang.RuntimeException";

  /** Work handed in: nobody knows what it throws. */
  private static final Set<String> RUNS =
      Set.of("run", "call", "apply", "accept", "proceed", "invoke");

  /** Declared, but never thrown where the platform is sane. */
  private static final Set<String> NEVER =
      Set.of(
          "java.io.UnsupportedEncodingException",
          "java.lang.CloneNotSupportedException",
          "java.security.NoSuchAlgorithmException",
          "java.lang.InterruptedException");

  /** Of the platform's unchecked exceptions, those that say nothing of a mistake in the code. */
  private static final Set<String> REFUSED =
      Set.of(
          UNCHECKED,
          "java.lang.IllegalStateException",
          "java.io.UncheckedIOException",
          "java.util.concurrent.RejectedExecutionException");

  private final World world;

  Throwing(World world) {
    this.world = world;
  }

  /** Whether the callee declares a checked exception, or runs what somebody handed in. */
  boolean mayFail(Step.Call call) {
    boolean ends = call.kind() == Step.CallKind.CONSTRUCTOR || call.callee().name().equals("close");
    return !ends && (isHandedIn(call) || declaresChecked(call));
  }

  /** Whether the call runs what somebody handed in. */
  boolean isHandedIn(Step.Call call) {
    return call.kind() == Step.CallKind.VIRTUAL
        && RUNS.contains(call.callee().name())
        && world.program().type(call.callee().owner()).filter(TypeFacts::isInterface).isPresent();
  }

  /** Whether the callee declares an exception that callers have to catch. */
  boolean declaresChecked(Step.Call call) {
    return world
        .types()
        .declared(call.callee())
        .map(MethodFacts::exceptions)
        .filter(exceptions -> exceptions.stream().anyMatch(this::isChecked))
        .isPresent();
  }

  /** Whether the code catches, by name, something unchecked that the call may throw. */
  boolean isExpectedToFail(Body body, Node node) {
    return node.handlers().stream()
        .map(handler -> ((Step.Catch) body.step(handler)).types())
        .flatMap(List::stream)
        .anyMatch(this::isRefusal);
  }

  private boolean isRefusal(String exception) {
    return REFUSED.contains(exception)
        || !exception.startsWith("java.") && world.types().isSubtype(exception, UNCHECKED);
  }

  private boolean isChecked(String exception) {
    return !NEVER.contains(exception)
        && !world.types().isSubtype(exception, UNCHECKED)
        && !world.types().isSubtype(exception, "java.lang.Error");
  }
}
