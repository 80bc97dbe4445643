package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Bindings;
import io.github.leakcheck.check.undo.Brackets;
import io.github.leakcheck.check.undo.Brackets.Skipped;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges what stays with threads though the program takes it away: the removal is there, but not
 * all ways lead to it.
 */
public final class ThreadRemains {
  private static final String RULE = "thread-local-never-removed";
  private static final String ADDED = "What is added to the collection in ";

  private final World world;
  private final Places places;
  private final Brackets brackets;
  private final OverriddenEnds overriddenEnds;
  private final EndedValues endedValues;
  private final CompletionRemovals completions;
  private final Drains drains;
  private final OneEnd oneEnd;
  private final LargestSeen largestSeen;
  private final InheritedValues inheritedValues;
  private final OtherThreads otherThreads;
  private final MadeTasks madeTasks;

  public ThreadRemains(World world) {
    Code code = Code.of(world);
    this.world = world;
    this.places = new Places(world);
    this.brackets = new Brackets(code);
    this.overriddenEnds = new OverriddenEnds(code);
    this.endedValues = new EndedValues(code);
    this.completions = new CompletionRemovals(code);
    this.drains = new Drains(code);
    this.oneEnd = new OneEnd(code);
    this.largestSeen = new LargestSeen(code);
    this.inheritedValues = new InheritedValues(code);
    this.otherThreads = new OtherThreads(code);
    this.madeTasks = new MadeTasks(code);
  }

  /** What is left behind in one thread local. */
  public List<Draft> judge(TypeFacts owner, FieldFacts field) {
    ThreadUses uses = new ThreadUses(world, owner, field);
    if (uses.isOpen()) {
      return List.of();
    }
    Bindings values = uses.ofValues();
    List<Remain> skipped =
        Stream.concat(
                brackets.of(values, false).stream()
                    .map(one -> remain(uses, one, "The value set into ")),
                brackets.of(uses.ofEntries(), true).stream().map(one -> remain(uses, one, ADDED)))
            .toList();
    List<Remain> found = skipped.isEmpty() ? other(uses, values).stream().toList() : skipped;
    return found.stream().map(one -> draft(uses, one)).toList();
  }

  private Optional<Remain> other(ThreadUses uses, Bindings values) {
    return overriddenEnds
        .of(uses, values, "The value set into ")
        .or(() -> overriddenEnds.of(uses, uses.ofEntries(), ADDED))
        .or(() -> endedValues.of(uses, values))
        .or(() -> completions.of(uses, values))
        .or(() -> drains.of(uses))
        .or(() -> oneEnd.of(uses))
        .or(() -> largestSeen.of(uses))
        .or(() -> inheritedValues.of(uses, values))
        .or(() -> madeTasks.of(uses, values))
        .or(() -> otherThreads.ofOwner(uses))
        .or(() -> otherThreads.ofFreeList(uses));
  }

  private static Remain remain(ThreadUses uses, Skipped one, String what) {
    String message =
        what
            + uses.name()
            + " stays with its thread when "
            + (one.isReturn()
                ? "the method returns before the block whose end takes it away"
                : "the work throws, since it is not taken away in a finally block");
    return new Remain(
        one.body().site(one.bind()),
        Confidence.MEDIUM,
        message,
        "Take it away in a finally block of a try statement that begins right after it is set",
        one.body(),
        one.way());
  }

  private Draft draft(ThreadUses uses, Remain one) {
    List<PathStep> path = new ArrayList<>();
    path.add(
        new PathStep(
            PathStep.Kind.ACQUIRED, places.of(uses.owner(), uses.field()), "the thread local"));
    places.station(PathStep.Kind.GROWS, one.site(), "keeps a value").ifPresent(path::add);
    path.add(new PathStep(PathStep.Kind.EXIT, places.of(one.way(), one.step()), "leaves it there"));
    return new Draft(RULE, one.sure(), one.site(), one.message(), one.help(), path);
  }
}
