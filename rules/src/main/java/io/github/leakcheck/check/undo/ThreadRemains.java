package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.World;
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
import java.util.stream.Stream;

/**
 * Judges what stays with threads though the program takes it away: the removal is there, but not
 * all ways lead to it.
 */
public final class ThreadRemains {
  private static final String RULE = "thread-local-never-removed";

  private final World world;
  private final Places places;
  private final Brackets brackets;

  public ThreadRemains(World world) {
    Code code = Code.of(world);
    this.world = world;
    this.places = new Places(world);
    this.brackets = new Brackets(code);
  }

  /** What is left behind in one thread local. */
  public List<Draft> judge(TypeFacts owner, FieldFacts field) {
    ThreadUses uses = new ThreadUses(world, owner, field);
    if (uses.isOpen()) {
      return List.of();
    }
    return Stream.concat(
            brackets.of(uses.ofValues(), false).stream()
                .map(one -> draft(uses, one, "The value set into ")),
            brackets.of(uses.ofEntries(), true).stream()
                .map(one -> draft(uses, one, "What is added to the collection in ")))
        .toList();
  }

  private Draft draft(ThreadUses uses, Skipped one, String what) {
    String message =
        what
            + uses.name()
            + " stays with its thread when "
            + (one.isReturn()
                ? "the method returns before the block whose end takes it away"
                : "the work throws, since it is not taken away in a finally block");
    List<PathStep> path = new ArrayList<>();
    path.add(
        new PathStep(
            PathStep.Kind.ACQUIRED, places.of(uses.owner(), uses.field()), "the thread local"));
    path.add(new PathStep(PathStep.Kind.GROWS, places.of(one.body(), one.bind()), "keeps a value"));
    path.add(new PathStep(PathStep.Kind.EXIT, places.of(one.body(), one.way()), "leaves it there"));
    return new Draft(
        RULE,
        Confidence.MEDIUM,
        one.body().site(one.bind()),
        message,
        "Take it away in a finally block of a try statement that begins right after it is set",
        path);
  }
}
