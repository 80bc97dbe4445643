package io.github.leakcheck.check;

import io.github.leakcheck.check.outlive.CleaningActions;
import io.github.leakcheck.check.outlive.InnerObjects;
import io.github.leakcheck.check.outlive.ShortLived;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does something short-lived become reachable from something long-lived? */
public final class Outlives implements Check {
  @Override
  public String name() {
    return "outlives";
  }

  @Override
  public List<Finding> judge(ClassFacts unit, World world) {
    ShortLived shortLived = new ShortLived(world);
    InnerObjects innerObjects = new InnerObjects(world);
    List<Finding> findings = new ArrayList<>();
    for (FieldFacts field : unit.type().fields()) {
      if (Access.has(field.access(), Access.STATIC) && !field.constant()) {
        Optional<Draft> draft =
            shortLived.judge(unit.type(), field).or(() -> innerObjects.judge(unit.type(), field));
        draft.flatMap(found -> found.finding(world, unit.engine())).ifPresent(findings::add);
      }
    }
    for (Draft draft : new CleaningActions(world).judge(unit.type())) {
      draft.finding(world, unit.engine()).ifPresent(findings::add);
    }
    return findings;
  }
}
