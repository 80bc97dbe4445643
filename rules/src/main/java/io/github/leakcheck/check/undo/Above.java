package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.MethodRef;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds the methods that may lead to others. */
public final class Above {
  private static final int MOST = 400;

  private final Code code;

  public Above(Code code) {
    this.code = code;
  }

  /** The methods and all that call them, over however many others; empty if there are too many. */
  public Optional<Set<MethodRef>> of(Collection<MethodRef> methods) {
    Set<MethodRef> found = new HashSet<>(methods);
    Deque<MethodRef> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (Site site : code.callers(open.poll())) {
        if (found.add(site.method())) {
          open.add(site.method());
        }
      }
      if (found.size() > MOST) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }
}
