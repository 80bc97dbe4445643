package io.github.leakcheck.check;

import io.github.leakcheck.check.close.OpenResources;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.model.Finding;
import java.util.List;

/** Acquired here: released on every path, exceptions included, or handed to someone who does? */
public final class MustClose implements Check {
  @Override
  public String name() {
    return "must-close";
  }

  @Override
  public List<Finding> judge(ClassFacts unit, World world) {
    return OpenResources.in(unit, world);
  }
}
