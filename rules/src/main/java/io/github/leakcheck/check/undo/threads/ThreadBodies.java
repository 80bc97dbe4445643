package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the code that a thread runs once it is started. */
final class ThreadBodies {
  private static final String THREAD = "java.lang.Thread";

  private final Code code;
  private final Origins origins;

  ThreadBodies(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** What the threads may run that the call is made on. */
  List<Body> of(Body body, int node, Step.Call start) {
    return origins.of(body, node, start.receiver()).stream().flatMap(this::ofThread).toList();
  }

  private Stream<Body> ofThread(Origin thread) {
    if (thread instanceof Origin.OfField field) {
      return fresh(field).flatMap(this::ofThread);
    } else if (thread instanceof Origin.Fresh fresh) {
      return fresh.type().equals(THREAD)
          ? origins.constructor(fresh).stream().flatMap(node -> ofArguments(fresh, node))
          : run(fresh.type());
    }
    return thread instanceof Origin.OfParameter self && self.isThis()
        ? run(self.body().method().owner())
        : Stream.empty();
  }

  /** What the program stores into the field. */
  private Stream<Origin> fresh(Origin.OfField field) {
    return code.stores(code.key(field.field())).stream()
        .flatMap(site -> stored(site).stream())
        .filter(Origin.Fresh.class::isInstance);
  }

  private Set<Origin> stored(Site site) {
    Optional<Body> body = code.body(site.method());
    return body.isPresent() && body.get().step(site.node()) instanceof Step.StoreField store
        ? origins.of(body.get(), site.node(), store.value())
        : Set.of();
  }

  private Stream<Body> ofArguments(Origin.Fresh thread, int node) {
    Step.Call made = (Step.Call) thread.body().step(node);
    return origins.ofArguments(thread.body(), node, made).flatMap(this::ofRunnable);
  }

  /** What an executor runs that is given the task at the step. */
  List<Body> ofTask(Body body, int node, int task) {
    return origins.of(body, node, task).stream().flatMap(this::ofRunnable).toList();
  }

  private Stream<Body> ofRunnable(Origin given) {
    if (given instanceof Origin.Function function) {
      return Optional.ofNullable(function.lambda().body()).flatMap(code::body).stream();
    } else if (given instanceof Origin.OfField field) {
      return fresh(field).flatMap(o -> run(((Origin.Fresh) o).type()));
    } else if (given instanceof Origin.Fresh runnable) {
      return run(runnable.type());
    }
    return given instanceof Origin.OfParameter self && self.isThis()
        ? run(self.body().method().owner())
        : Stream.empty();
  }

  private Stream<Body> run(String type) {
    MethodRef run = new MethodRef(type, "run", List.of(), "void");
    return code.owns(type) ? code.body(run).stream() : Stream.empty();
  }
}
