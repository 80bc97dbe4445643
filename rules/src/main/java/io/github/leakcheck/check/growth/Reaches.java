package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells whether a method leads to one of several uses, through calls and functions it makes. */
public final class Reaches {
  private static final int DEPTH = 4;

  private final Code code;

  /** What was asked last, as the same is asked of one value after the other. */
  private Set<MethodRef> lastStarts = Set.of();

  private Set<MethodRef> lastLeading = Set.of();

  public Reaches(Code code) {
    this.code = code;
  }

  /** Whether the function or object, once something runs it, does one of these. */
  public boolean from(Origin given, List<Use> uses) {
    if (given instanceof Origin.Function function) {
      return function.lambda().body() != null && any(function.lambda().body(), uses);
    }
    return given instanceof Origin.Fresh fresh
        && code.bodies(fresh.type()).stream().anyMatch(body -> any(body.method(), uses));
  }

  /** Whether the method, or what it calls, does one of these. */
  public boolean any(MethodRef method, List<Use> uses) {
    Set<MethodRef> starts = new HashSet<>();
    uses.forEach(use -> starts.add(use.site().method()));
    if (!starts.equals(lastStarts)) {
      lastStarts = starts;
      lastLeading = leadingTo(starts);
    }
    return lastLeading.contains(method);
  }

  private Set<MethodRef> leadingTo(Set<MethodRef> starts) {
    Set<MethodRef> seen = new HashSet<>(starts);
    Set<MethodRef> reached = starts;
    for (int depth = 0; depth < DEPTH && !reached.isEmpty(); depth++) {
      Set<MethodRef> next = new HashSet<>();
      for (MethodRef at : reached) {
        code.callers(at).forEach(site -> next.add(site.method()));
        code.functionSites(at).forEach(site -> next.add(site.method()));
      }
      next.removeIf(method -> !seen.add(method));
      reached = next;
    }
    return seen;
  }
}
