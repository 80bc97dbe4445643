package io.github.leakcheck.check;

import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.model.Finding;
import java.util.List;

/** Judges one kind of leak. */
public interface Check {
  /** Name as rule headers write it ({@code must-close}). */
  String name();

  /** The leaks in one class, unplaced, in no particular order. */
  List<Finding> judge(ClassFacts unit, World world);
}
