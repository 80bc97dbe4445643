package io.github.leakcheck.check;

import io.github.leakcheck.check.undo.LocalThreads;
import io.github.leakcheck.check.undo.OwnThreads;
import io.github.leakcheck.check.undo.Registrations;
import io.github.leakcheck.check.undo.ThreadLocals;
import io.github.leakcheck.check.undo.UndoWording;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Registered or started here: is it ever undone, and how long does its source live compared with
 * the registrant?
 */
public final class MustUndo implements Check {
  @Override
  public String name() {
    return "must-undo";
  }

  @Override
  public List<Finding> judge(ClassFacts unit, World world) {
    List<Finding> findings = new ArrayList<>();
    UndoWording wording = new UndoWording(Code.of(world));
    Registrations.of(world).judge(unit.type()).stream()
        .map(wording::draft)
        .flatMap(draft -> draft.finding(world, unit.engine()).stream())
        .forEach(findings::add);
    new LocalThreads(world)
        .judge(unit.type()).stream()
            .flatMap(draft -> draft.finding(world, unit.engine()).stream())
            .forEach(findings::add);
    ThreadLocals threadLocals = new ThreadLocals(world);
    OwnThreads ownThreads = new OwnThreads(world);
    for (FieldFacts field : unit.type().fields()) {
      Optional<Draft> draft =
          ThreadLocals.isThreadLocal(world, field.type())
              ? threadLocals.judge(unit.type(), field)
              : ownThreads.judge(unit.type(), field);
      draft.flatMap(found -> found.finding(world, unit.engine())).ifPresent(findings::add);
    }
    return findings;
  }
}
