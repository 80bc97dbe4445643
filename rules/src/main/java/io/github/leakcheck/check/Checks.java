package io.github.leakcheck.check;

import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.model.Finding;
import java.util.List;

/** All checks, as front ends run them. */
public final class Checks {
  private static final List<Check> ALL =
      List.of(new MustClose(), new OwnedField(), new GrowsForever(), new MustUndo());

  private Checks() {}

  /** What all checks say of a class. */
  public static List<Finding> judge(ClassFacts unit, World world) {
    return ALL.stream().flatMap(check -> check.judge(unit, world).stream()).toList();
  }
}
