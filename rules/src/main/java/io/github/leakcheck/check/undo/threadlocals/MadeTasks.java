package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Bindings;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds values that a task sets in the thread which runs it, and that the method which makes the
 * task takes away, from its own thread and before the task has run.
 */
final class MadeTasks {
  private static final int DEPTH = 3;
  private static final Set<String> RUN =
      Set.of("java.util.concurrent.Executor", "java.lang.Thread", "java.util.Timer");

  private final World world;
  private final Code code;
  private final Origins origins;

  MadeTasks(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** The first such value, empty if there is none. */
  Optional<Remain> of(ThreadUses uses, Bindings values) {
    Set<MethodRef> ending = new HashSet<>(values.enders());
    values.brackets().forEach(body -> ending.add(body.method()));
    return values.binders().stream()
        .filter(OtherThreads::isTask)
        .flatMap(
            task ->
                maker(task, values, ending)
                    .map(maker -> remain(uses, values, task, maker))
                    .stream())
        .findFirst();
  }

  /** The method that makes the task for another thread, if no other takes the value away. */
  private Optional<Body> maker(Body task, Bindings values, Set<MethodRef> ending) {
    List<Site> made =
        task.flow().isLambdaBody()
            ? code.functionSites(task.method())
            : code.made(task.method().owner());
    Set<MethodRef> makers = new HashSet<>();
    made.forEach(site -> makers.add(site.method()));
    boolean alone =
        ending.stream()
            .filter(end -> isFirst(end, values))
            .allMatch(end -> isOnlyFor(end, makers, DEPTH));
    return alone
        ? made.stream()
            .filter(site -> !values.ends(site.method()).isEmpty())
            .flatMap(site -> code.body(site.method()).filter(b -> isForLater(b, site)).stream())
            .findFirst()
        : Optional.empty();
  }

  /** Whether the method itself takes the value away, rather than another one that it calls. */
  private boolean isFirst(MethodRef end, Bindings values) {
    return code.body(end)
        .filter(
            body ->
                values.ends(end).stream()
                    .map(body::step)
                    .anyMatch(
                        step -> step instanceof Step.Call call && code.target(call).isEmpty()))
        .isPresent();
  }

  /** Whether the method is one of the makers, or nothing but a part of such. */
  private boolean isOnlyFor(MethodRef end, Set<MethodRef> makers, int depth) {
    List<Site> callers = code.callers(end);
    return makers.contains(end)
        || depth > 0
            && !callers.isEmpty()
            && callers.stream().allMatch(site -> isOnlyFor(site.method(), makers, depth - 1));
  }

  /** Whether the method returns what is made there, or gives it to a thread to run. */
  private boolean isForLater(Body maker, Site made) {
    return maker.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Return back
                        && origins.isMadeAt(maker, node.id(), back.value(), made.node())
                    || node.step() instanceof Step.Call call
                        && runs(call)
                        && origins
                            .ofArguments(maker, node.id(), call)
                            .anyMatch(o -> o.isMadeAt(maker, made.node())));
  }

  private boolean runs(Step.Call call) {
    return call.callee().name().endsWith("Async")
        || RUN.stream().anyMatch(type -> world.types().isSubtype(call.callee().owner(), type));
  }

  private static Remain remain(ThreadUses uses, Bindings values, Body task, Body maker) {
    String message =
        "The value that the task sets into "
            + uses.name()
            + " stays with the thread that runs it: `"
            + maker.flow().source().name()
            + "()` takes it away from the thread that makes the task, which has not run yet";
    String help = "Take it away in a finally block of the task itself";
    int bind = values.binds(task.method()).iterator().next();
    int end = values.ends(maker.method()).iterator().next();
    return new Remain(task.site(bind), Confidence.MEDIUM, message, help, maker, end);
  }
}
