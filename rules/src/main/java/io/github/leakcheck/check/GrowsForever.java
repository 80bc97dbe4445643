package io.github.leakcheck.check;

import io.github.leakcheck.check.growth.answers.Abandoned;
import io.github.leakcheck.check.growth.answers.AddedLate;
import io.github.leakcheck.check.growth.answers.CompletionServices;
import io.github.leakcheck.check.growth.answers.Handles;
import io.github.leakcheck.check.growth.answers.Pending;
import io.github.leakcheck.check.growth.answers.SuccessOnly;
import io.github.leakcheck.check.growth.answers.Timeouts;
import io.github.leakcheck.check.growth.answers.Unanswered;
import io.github.leakcheck.check.growth.bounds.ExecutorQueues;
import io.github.leakcheck.check.growth.bounds.Repeats;
import io.github.leakcheck.check.growth.bounds.SkippedTrims;
import io.github.leakcheck.check.growth.bounds.UnrunSweeps;
import io.github.leakcheck.check.growth.ends.AllEnded;
import io.github.leakcheck.check.growth.ends.Children;
import io.github.leakcheck.check.growth.ends.ClosedAlone;
import io.github.leakcheck.check.growth.ends.EmptyOnly;
import io.github.leakcheck.check.growth.ends.EndedBefore;
import io.github.leakcheck.check.growth.ends.EndedConnections;
import io.github.leakcheck.check.growth.ends.EndedEntries;
import io.github.leakcheck.check.growth.ends.ForegoneTests;
import io.github.leakcheck.check.growth.ends.KeptMakers;
import io.github.leakcheck.check.growth.ends.OtherEndings;
import io.github.leakcheck.check.growth.ends.OverriddenRemovals;
import io.github.leakcheck.check.growth.failures.Failures;
import io.github.leakcheck.check.growth.failures.Refusals;
import io.github.leakcheck.check.growth.failures.Unsent;
import io.github.leakcheck.check.growth.fields.FieldJudge;
import io.github.leakcheck.check.growth.fields.StaticCaches;
import io.github.leakcheck.check.growth.keys.ChangedKeys;
import io.github.leakcheck.check.growth.keys.NeverFilled;
import io.github.leakcheck.check.growth.keys.OtherKeys;
import io.github.leakcheck.check.growth.keys.WrongKeys;
import io.github.leakcheck.check.growth.neighbours.Counterparts;
import io.github.leakcheck.check.growth.neighbours.Crosswise;
import io.github.leakcheck.check.growth.neighbours.DrainedEntries;
import io.github.leakcheck.check.growth.neighbours.Indexes;
import io.github.leakcheck.check.growth.neighbours.OnlyWhile;
import io.github.leakcheck.check.growth.neighbours.Orphans;
import io.github.leakcheck.check.growth.neighbours.OtherHalf;
import io.github.leakcheck.check.growth.neighbours.Reverses;
import io.github.leakcheck.check.growth.neighbours.SameKeys;
import io.github.leakcheck.check.growth.neighbours.Siblings;
import io.github.leakcheck.check.growth.neighbours.Together;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A collection, cache, queue or registry that lives as long as the process and takes in more and
 * more: is there any bound, eviction, removal or weak key?
 */
public final class GrowsForever implements Check {
  /** What one kind of evidence says of a field, empty if nothing. */
  private interface Judge {
    Optional<Draft> judge(TypeFacts owner, FieldFacts field);
  }

  /**
   * Evidence that outweighs growth of low confidence or none; the first that is sure enough counts.
   */
  private static final List<Function<World, Judge>> EVIDENCE =
      List.of(
          world -> EndedEntries.of(world)::judge,
          world -> OtherKeys.of(world)::judge,
          world -> OtherEndings.of(world)::judge,
          world -> SameKeys.of(world)::judge,
          world -> OnlyWhile.of(world)::judge,
          world -> ChangedKeys.of(world)::judge,
          world -> EndedConnections.of(world)::judge,
          world -> UnrunSweeps.of(world)::judge,
          world -> Siblings.of(world)::judge,
          world -> Counterparts.of(world)::judge,
          world -> Abandoned.of(world)::judge,
          world -> WrongKeys.of(world)::judge,
          world -> NeverFilled.of(world)::judge,
          world -> Pending.of(world)::judge,
          world -> Unanswered.of(world)::judge,
          world -> Together.of(world)::judge,
          world -> Timeouts.of(world)::judge,
          world -> SuccessOnly.of(world)::judge,
          world -> AddedLate.of(world)::judge,
          world -> CompletionServices.of(world)::judge,
          world -> Indexes.of(world)::judge,
          world -> Crosswise.of(world)::judge,
          world -> Reverses.of(world)::judge,
          world -> EndedBefore.of(world)::judge,
          world -> OverriddenRemovals.of(world)::judge,
          world -> Refusals.of(world)::judge,
          world -> Unsent.of(world)::judge,
          world -> Failures.of(world)::judge,
          world -> Handles.of(world)::judge,
          world -> Children.of(world)::judge,
          world -> ClosedAlone.of(world)::judge,
          world -> KeptMakers.of(world)::judge,
          world -> AllEnded.of(world)::judge,
          world -> ForegoneTests.of(world)::judge,
          world -> EmptyOnly.of(world)::judge,
          world -> OtherHalf.of(world)::judge,
          world -> DrainedEntries.of(world)::judge,
          world -> Orphans.of(world)::judge,
          world -> SkippedTrims.of(world)::judge,
          world -> StaticCaches.of(world)::judge);

  @Override
  public String name() {
    return "grows-forever";
  }

  @Override
  public List<Finding> judge(ClassFacts unit, World world) {
    List<Finding> findings = new ArrayList<>();
    for (FieldFacts field : unit.type().fields()) {
      if (Platform.isValue(field.type())) {
        continue; // most fields are: no need to ask all judges
      }
      Optional<Draft> grows = FieldJudge.of(world).judge(unit.type(), field);
      grows
          .filter(draft -> draft.confidence() != Confidence.LOW)
          .or(() -> surest(world, unit.type(), field))
          .or(() -> grows)
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

  /** The first evidence that is to be shown, else the first of all. */
  private static Optional<Draft> surest(World world, TypeFacts owner, FieldFacts field) {
    Draft doubtful = null;
    for (Function<World, Judge> judge : EVIDENCE) {
      Optional<Draft> found = judge.apply(world).judge(owner, field);
      if (found.isPresent() && found.get().confidence() != Confidence.LOW) {
        return found;
      }
      doubtful = doubtful == null ? found.orElse(null) : doubtful;
    }
    return Optional.ofNullable(doubtful);
  }
}
