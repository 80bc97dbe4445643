package io.github.leakcheck.check.close;

import java.util.function.Supplier;

/**
 * How far down questions that ask each other may go. Notes how far an answer had to look and
 * whether it was stopped, so that what is known does not depend on where it was first asked from.
 */
final class Depth {
  private final int most;
  private int now;
  private int deepest;
  private boolean stopped;

  Depth(int most) {
    this.most = most;
  }

  /** Levels that may still be looked at. */
  int left() {
    return most - now;
  }

  /** An answer that had looked at so many levels was used here. */
  void use(int levels) {
    deepest = Math.max(deepest, now + levels);
  }

  /** Something was not looked into because it lies too deep. */
  void stop() {
    stopped = true;
  }

  /**
   * An answer worked out one level further down.
   *
   * @param levels it had to look at, its own included
   * @param stopped whether it would have had to look further
   */
  record Found<V>(V answer, int levels, boolean stopped) {}

  <V> Found<V> within(Supplier<V> work) {
    int outer = deepest;
    boolean before = stopped;
    stopped = false;
    now++;
    deepest = now;
    try {
      V answer = work.get();
      return new Found<>(answer, deepest - now + 1, stopped);
    } finally {
      now--;
      deepest = Math.max(outer, deepest);
      stopped |= before;
    }
  }
}
