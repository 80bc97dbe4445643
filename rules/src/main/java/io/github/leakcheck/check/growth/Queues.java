package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Use;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds producers that wait for room in a queue that has room for everything. */
final class Queues {
  private static final Set<String> WAITS = Set.of("put", "putFirst", "putLast");

  /** Where the end is near, one last element is no growth. */
  private static final Pattern ENDS =
      Pattern.compile("(close|shutdown|stop|destroy|terminate|halt|cancel)(\\p{Upper}.*)?");

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
            .filter(use -> !ENDS.matcher(use.site().method().name()).matches())
            .findFirst()
        : Optional.empty();
  }
}
