package io.github.leakcheck.check;

import io.github.leakcheck.check.close.OverwrittenFields;
import io.github.leakcheck.check.close.OwnedFields;
import io.github.leakcheck.check.close.SkippedFields;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.model.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * A class that holds a resource: does its own close, stop or destroy release it, and is it closed
 * before another takes its place?
 */
public final class OwnedField implements Check {
  @Override
  public String name() {
    return "owned-field";
  }

  @Override
  public List<Finding> judge(ClassFacts unit, World world) {
    List<Finding> found = new ArrayList<>(OwnedFields.in(unit, world));
    found.addAll(SkippedFields.in(unit, world));
    found.addAll(OverwrittenFields.in(unit, world));
    return found;
  }
}
