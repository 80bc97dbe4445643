package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.Value.Int;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.facts.Step;
import java.util.Optional;
import java.util.Set;

/** Questions whose answer is known while the resource is open. */
final class StateQueries {
  private static final Set<String> CLOSED_QUERIES =
      Set.of("isClosed", "isShutdown", "isTerminated");
  private static final Set<String> OPEN_QUERIES = Set.of("isOpen");

  private StateQueries() {}

  /** What the answer says; empty if something else is asked. */
  static Optional<Meaning> meaning(Knowledge knowledge, Step.Call call, Value receiver) {
    if (!receiver.is(Role.SELF) && !receiver.is(Role.WRAPPER)) {
      return Optional.empty();
    }
    if (CLOSED_QUERIES.contains(call.callee().name())) {
      return Optional.of(answer(0));
    }
    return OPEN_QUERIES.contains(call.callee().name())
        ? Optional.of(answer(1))
        : knowledge.whileOpen(call.callee()).map(Meaning::closingUnless);
  }

  /** Asking for the state fails only where there is nothing to release. */
  private static Meaning answer(int value) {
    return Meaning.returning(new Int(value)).openOnlyAfterThrow(null);
  }
}
