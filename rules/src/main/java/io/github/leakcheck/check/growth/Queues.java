package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Use;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds producers that wait for room in a queue that has room for everything. */
final class Queues {
  private static final Set<String> WAITS = Set.of("put", "putFirst", "putLast");

  private Queues() {}

  /** A {@code put} on a queue without capacity. */
  static Optional<Use> pretendedBound(List<Use> uses, Capacity capacity) {
    boolean queue =
        capacity.kind() == Capacity.Kind.UNBOUNDED
            && (capacity.type().equals("LinkedBlockingQueue")
                || capacity.type().equals("LinkedBlockingDeque"));
    return queue
        ? uses.stream()
            .filter(Use::adds)
            .filter(use -> WAITS.contains(use.call().callee().name()))
            .findFirst()
        : Optional.empty();
  }
}
