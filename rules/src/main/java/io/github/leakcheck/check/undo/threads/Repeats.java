package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.undo.threads.ThreadMakers.Started;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.List;
import java.util.Optional;

/**
 * Knows tasks that run again and again until the handle in a field, or their executor, is ended.
 */
public final class Repeats {
  /** Id of the rule about them. */
  public static final String RULE = "scheduled-task-never-cancelled";

  private final Code code;
  private final Origins origins;
  private final Endings endings;

  public Repeats(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.endings = new Endings(code);
  }

  /** The first such task whose handle the field gets. */
  Optional<Started> started(List<Use> uses) {
    return uses.stream()
        .filter(use -> use.kind() == Use.Kind.WRITTEN)
        .flatMap(
            use ->
                origins.stored(use.site()).stream().flatMap(value -> started(use, value).stream()))
        .findFirst();
  }

  /** Whether what was started is such a task. */
  boolean are(Started started) {
    return started.rule().equals(RULE);
  }

  /** Whether the value is the handle of such a task. */
  public boolean isHandle(Origin value) {
    return value instanceof Origin.Result result && line(result.call()).isPresent();
  }

  private Optional<Started> started(Use write, Origin value) {
    return value instanceof Origin.Result handle
        ? line(handle.call()).map(line -> started(write, handle, line))
        : Optional.empty();
  }

  private Optional<Api> line(Step.Call call) {
    return code.world()
        .catalog()
        .match(Role.DOES, call.callee(), code.world().types())
        .filter(line -> line.rule().equals(RULE) && line.confidence() != Confidence.LOW)
        .filter(line -> isA(call.callee().result(), "java.util.concurrent.Future"));
  }

  private static Started started(Use write, Origin.Result handle, Api line) {
    return new Started(
        write,
        handle.body(),
        handle.node(),
        RULE,
        Names.simple(handle.call().callee().result()),
        line.undo().orElseThrow().name(),
        Confidence.MEDIUM);
  }

  /** Whether the method leads to the end of some executor, and so of all that repeats in it. */
  public boolean endsExecutor(MethodRef method) {
    return endings.reachedFrom(method).stream()
        .flatMap(reached -> code.body(reached).stream())
        .anyMatch(this::endsExecutor);
  }

  private boolean endsExecutor(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && Verbs.isEnding(call.callee().name())
                    && isA(call.callee().owner(), "java.util.concurrent.Executor"));
  }

  private boolean isA(String type, String other) {
    return code.world().types().isSubtype(type, other);
  }
}
