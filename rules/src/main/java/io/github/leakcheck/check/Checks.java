package io.github.leakcheck.check;

import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.model.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All checks, as front ends run them. */
public final class Checks {
  private static final List<Check> ALL =
      List.of(
          new MustClose(), new OwnedField(), new GrowsForever(), new MustUndo(), new Outlives());

  private Checks() {}

  /** The words that rule headers may name as their check. */
  public static Set<String> names() {
    return ALL.stream().map(Check::name).collect(Collectors.toUnmodifiableSet());
  }

  /** What all checks say of a class. */
  public static List<Finding> judge(ClassFacts unit, World world) {
    return ALL.stream().flatMap(check -> check.judge(unit, world).stream()).toList();
  }
}
