package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells whether a method leads to one of several uses, through calls and functions it makes. */
public final class Reaches {
  private static final int DEPTH = 4;

  private final Code code;

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
    Set<MethodRef> seen = new HashSet<>();
    Deque<MethodRef> open = new ArrayDeque<>();
    uses.forEach(use -> open.add(use.site().method()));
    for (int depth = 0; depth < DEPTH && !open.isEmpty(); depth++) {
      for (int left = open.size(); left > 0; left--) {
        MethodRef at = open.poll();
        if (seen.add(at)) {
          code.callers(at).forEach(site -> open.add(site.method()));
          code.functionSites(at).forEach(site -> open.add(site.method()));
        }
      }
    }
    seen.addAll(open);
    return seen.contains(method);
  }
}
