package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges executors that are ended in a way that their task does not hear of: it ends when it is
 * interrupted, and {@code shutdown()} does not interrupt; or it catches the interruption and goes
 * on. Its thread stays in either case.
 */
public final class UnheardEnds {
  private static final String RULE = "thread-never-stopped";
  private static final String EXECUTOR = "java.util.concurrent.ExecutorService";

  /** These wait for the tasks, or let them be. */
  private static final Set<String> MILD = Set.of("shutdown", "close");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final ThreadBodies bodies;
  private final Endless endless;
  private final Uninterruptible uninterruptible;
  private final Places places;

  public UnheardEnds(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.bodies = new ThreadBodies(code);
    this.endless = new Endless(code);
    this.uninterruptible = new Uninterruptible(code);
    this.places = new Places(world);
  }

  /** The tasks that outlast the executors in fields of the class. */
  public List<Draft> judge(TypeFacts owner) {
    List<Draft> found = new ArrayList<>();
    for (FieldFacts field : owner.fields()) {
      if (!Access.has(field.access(), Access.STATIC)
          && world.types().isSubtype(field.type(), EXECUTOR)
          && Anchors.of(code).of(owner).isEmpty()) {
        judge(new FieldKey(owner.name(), field.name())).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Draft> judge(FieldKey field) {
    List<Use> uses = FieldUses.of(world).of(field);
    List<Use> ends = uses.stream().filter(UnheardEnds::isEnding).toList();
    boolean alone =
        uses.stream()
            .allMatch(use -> use.kind() == Use.Kind.WRITTEN || use.kind() == Use.Kind.CALLED);
    if (ends.isEmpty() || !alone) {
      return Optional.empty();
    }
    boolean mild = ends.stream().allMatch(end -> MILD.contains(name(end)));
    return uses.stream()
        .filter(use -> isRun(use) && staysAfter(use, mild))
        .findFirst()
        .map(use -> draft(field, use, ends.get(0), mild));
  }

  private static boolean isEnding(Use use) {
    return use.kind() == Use.Kind.CALLED && Verbs.isEnding(name(use));
  }

  private static String name(Use use) {
    return use.call().callee().name();
  }

  /** Gives a task, and drops the future by which it could be cancelled. */
  private static boolean isRun(Use use) {
    return use.kind() == Use.Kind.CALLED
        && (name(use).equals("execute") || name(use).equals("submit"))
        && use.call().arguments().size() == 1
        && use.call().result() == Step.NONE;
  }

  private boolean staysAfter(Use run, boolean mild) {
    Body body = code.body(run.site().method()).orElseThrow();
    int task = run.call().arguments().get(0);
    return bodies.ofTask(body, run.site().node(), task).stream()
        .anyMatch(one -> mild ? endless.is(one) && !isInterrupted(one) : uninterruptible.is(one));
  }

  /** Whether code around the task interrupts a thread that may be the one that runs it. */
  private boolean isInterrupted(Body task) {
    String nest = Code.nestOf(task.method().owner());
    return code.callsNamed("interrupt", 0).stream()
        .map(Code.Called::site)
        .filter(site -> Code.nestOf(site.method().owner()).equals(nest))
        .anyMatch(
            site -> code.body(site.method()).filter(b -> isOfOther(b, site.node())).isPresent());
  }

  private boolean isOfOther(Body body, int node) {
    return body.step(node) instanceof Step.Call call
        && origins.of(body, node, call.receiver()).stream()
            .noneMatch(
                o ->
                    o instanceof Origin.Result r
                        && r.call().callee().name().equals("currentThread"));
  }

  private Draft draft(FieldKey field, Use run, Use end, boolean mild) {
    Body body = code.body(run.site().method()).orElseThrow();
    Body ending = code.body(end.site().method()).orElseThrow();
    String method = "`" + ending.flow().source().name() + "()`";
    String call = "`" + field.name() + "." + name(end) + "()`";
    return new Draft(
        RULE,
        Confidence.MEDIUM,
        run.site(),
        mild
            ? "The task given to `"
                + field.shortName()
                + "` here runs until it is interrupted, and "
                + call
                + " in "
                + method
                + " interrupts nothing"
            : "The task given to `"
                + field.shortName()
                + "` here catches the interruption by "
                + call
                + " in "
                + method
                + " and goes on",
        mild
            ? "Call `" + field.name() + ".shutdownNow()` in " + method
            : "Leave the loop where the interruption is caught",
        List.of(
            new PathStep(
                PathStep.Kind.ACQUIRED, places.of(body, run.site().node()), "started here"),
            new PathStep(
                PathStep.Kind.EXIT, places.of(ending, end.site().node()), "does not end it")));
  }
}
