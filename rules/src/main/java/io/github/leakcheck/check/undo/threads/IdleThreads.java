package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.undo.Above;
import io.github.leakcheck.check.undo.threads.ThreadMakers.Started;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells executors whose idle threads keep the JVM from ending, though what they work for has ended:
 * no daemons, and waiting for more for ever.
 */
final class IdleThreads {
  private static final String FACTORY = "java.util.concurrent.ThreadFactory";
  private static final Set<String> STAY =
      Set.of(
          "newFixedThreadPool",
          "newSingleThreadExecutor",
          "newScheduledThreadPool",
          "newSingleThreadScheduledExecutor");

  private final Code code;
  private final Above above;
  private final Lifecycle lifecycle;

  IdleThreads(Code code) {
    this.code = code;
    this.above = new Above(code);
    this.lifecycle = Lifecycle.of(code);
  }

  /**
   * Whether a program that has closed all objects that use the threads still does not end. What a
   * main method leads to may be meant to go on.
   */
  boolean keepJvm(FieldKey field, Started started) {
    return code.world().program().sight() != Sight.FILE
        && started.most() != Confidence.LOW
        && started.body().step(started.node()) instanceof Step.Call call
        && (STAY.contains(call.callee().name())
                && call.callee().owner().equals("java.util.concurrent.Executors")
            || call.callee().owner().equals("java.util.concurrent.ThreadPoolExecutor"))
        && usesDefaultThreads(started.body(), started.node(), call)
        && isOfClients(field)
        && !isOfProgram(field);
  }

  /** Whether objects of some class that can be ended have their work done there. */
  private boolean isOfClients(FieldKey field) {
    for (Site load : code.loads(field)) {
      Optional<Body> body = code.body(load.method());
      boolean shows = body.filter(Origins.of(code)::isGetter).isPresent();
      if (shows
          ? code.callers(load.method()).stream().anyMatch(site -> isOfClient(site.method()))
          : isOfClient(load.method())) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfClient(MethodRef method) {
    String type = method.owner();
    while (!type.isEmpty()) {
      if (!lifecycle.endings(type).isEmpty()) {
        return true;
      }
      type = code.world().program().type(type).map(TypeFacts::outer).orElse("");
    }
    return false;
  }

  /** Whether a main method leads to a use of the field. */
  private boolean isOfProgram(FieldKey field) {
    return above
        .of(code.loads(field).stream().map(Site::method).toList())
        .filter(all -> all.stream().noneMatch(IdleThreads::isMain))
        .isEmpty();
  }

  private static boolean isMain(MethodRef method) {
    return method.name().equals("main")
        && List.of("java.lang.String[]").equals(method.parameters());
  }

  /** Whether no factory is given that might make daemons. */
  private boolean usesDefaultThreads(Body body, int node, Step.Call call) {
    List<String> types = call.callee().parameters();
    for (int i = 0; types != null && i < types.size(); i++) {
      if (types.get(i).equals(FACTORY)
          && !Origins.of(code).of(body, node, call.arguments().get(i)).stream()
              .allMatch(IdleThreads::isDefault)) {
        return false;
      }
    }
    return types != null;
  }

  /** Whether the threads are made by a factory that makes daemons, which end with the program. */
  boolean areDaemons(Started started) {
    Body body = started.body();
    return body.step(started.node()) instanceof Step.Call call
        && Origins.of(code)
            .ofArguments(body, started.node(), call)
            .flatMap(factory -> making(factory).stream())
            .anyMatch(this::setsDaemon);
  }

  private Optional<Body> making(Origin factory) {
    if (factory instanceof Origin.Function function) {
      return Optional.ofNullable(function.lambda().body()).flatMap(code::body);
    } else if (factory instanceof Origin.Fresh fresh) {
      return code.bodies(fresh.type()).stream()
          .filter(body -> body.method().name().equals("newThread"))
          .findFirst();
    }
    return factory instanceof Origin.Result built ? Optional.of(built.body()) : Optional.empty();
  }

  private boolean setsDaemon(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && call.callee().name().equals("setDaemon")
                    && call.arguments().size() == 1
                    && Origins.of(code).of(body, node.id(), call.arguments().get(0)).stream()
                        .allMatch(o -> o instanceof Origin.Constant c && c.isTrue()));
  }

  private static boolean isDefault(Origin factory) {
    return factory instanceof Origin.Result result
        && result.call().callee().name().equals("defaultThreadFactory");
  }
}
