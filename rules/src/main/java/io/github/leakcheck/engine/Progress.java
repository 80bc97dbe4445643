package io.github.leakcheck.engine;

import java.util.concurrent.atomic.AtomicInteger;

/** How far an analysis has come; may be asked while it runs. */
public final class Progress {
  private static final int WHOLE = 100;

  private final AtomicInteger expected = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  /** So many more classes and source files are to be judged. */
  public void expect(int more) {
    expected.addAndGet(more);
  }

  /** One class or source file was judged. */
  public void step() {
    done.incrementAndGet();
  }

  /** From 0 to 100; 0 until it is known how much there is. */
  public int percent() {
    int all = expected.get();
    return all == 0 ? 0 : Math.min(WHOLE, (int) ((long) WHOLE * done.get() / all));
  }
}
