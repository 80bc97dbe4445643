package io.github.leakcheck.check;

import io.github.leakcheck.check.growth.Abandoned;
import io.github.leakcheck.check.growth.ChangedKeys;
import io.github.leakcheck.check.growth.Children;
import io.github.leakcheck.check.growth.Counterparts;
import io.github.leakcheck.check.growth.EndedConnections;
import io.github.leakcheck.check.growth.EndedEntries;
import io.github.leakcheck.check.growth.ExecutorQueues;
import io.github.leakcheck.check.growth.Failures;
import io.github.leakcheck.check.growth.FieldJudge;
import io.github.leakcheck.check.growth.Handles;
import io.github.leakcheck.check.growth.Indexes;
import io.github.leakcheck.check.growth.OnlyWhile;
import io.github.leakcheck.check.growth.OtherEndings;
import io.github.leakcheck.check.growth.OtherKeys;
import io.github.leakcheck.check.growth.Pending;
import io.github.leakcheck.check.growth.Repeats;
import io.github.leakcheck.check.growth.SameKeys;
import io.github.leakcheck.check.growth.Siblings;
import io.github.leakcheck.check.growth.StaticCaches;
import io.github.leakcheck.check.growth.Timeouts;
import io.github.leakcheck.check.growth.Together;
import io.github.leakcheck.check.growth.UnrunSweeps;
import io.github.leakcheck.check.growth.WrongKeys;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A collection, cache, queue or registry that lives as long as the process and takes in more and
 * more: is there any bound, eviction, removal or weak key?
 */
public final class GrowsForever implements Check {
  @Override
  public String name() {
    return "grows-forever";
  }

  @Override
  public List<Finding> judge(ClassFacts unit, World world) {
    List<Finding> findings = new ArrayList<>();
    for (FieldFacts field : unit.type().fields()) {
      Optional<Draft> grows = FieldJudge.of(world).judge(unit.type(), field);
      grows
          .filter(draft -> draft.confidence() != Confidence.LOW)
          .or(() -> EndedEntries.of(world).judge(unit.type(), field))
          .or(() -> OtherKeys.of(world).judge(unit.type(), field))
          .or(() -> OtherEndings.of(world).judge(unit.type(), field))
          .or(() -> SameKeys.of(world).judge(unit.type(), field))
          .or(() -> OnlyWhile.of(world).judge(unit.type(), field))
          .or(() -> ChangedKeys.of(world).judge(unit.type(), field))
          .or(() -> EndedConnections.of(world).judge(unit.type(), field))
          .or(() -> UnrunSweeps.of(world).judge(unit.type(), field))
          .or(() -> Abandoned.of(world).judge(unit.type(), field))
          .or(() -> grows)
          .or(() -> WrongKeys.of(world).judge(unit.type(), field))
          .or(() -> Pending.of(world).judge(unit.type(), field))
          .or(() -> Siblings.of(world).judge(unit.type(), field))
          .or(() -> Counterparts.of(world).judge(unit.type(), field))
          .or(() -> Together.of(world).judge(unit.type(), field))
          .or(() -> Timeouts.of(world).judge(unit.type(), field))
          .or(() -> Indexes.of(world).judge(unit.type(), field))
          .or(() -> Failures.of(world).judge(unit.type(), field))
          .or(() -> Handles.of(world).judge(unit.type(), field))
          .or(() -> Children.of(world).judge(unit.type(), field))
          .or(() -> StaticCaches.of(world).judge(unit.type(), field))
          .flatMap(draft -> draft.finding(world, unit.engine()))
          .ifPresent(findings::add);
    }
    for (Draft draft : Repeats.of(world).judge(unit.type())) {
      draft.finding(world, unit.engine()).ifPresent(findings::add);
    }
    for (Draft draft : new ExecutorQueues(world).judge(unit.type())) {
      draft.finding(world, unit.engine()).ifPresent(findings::add);
    }
    return findings;
  }
}
