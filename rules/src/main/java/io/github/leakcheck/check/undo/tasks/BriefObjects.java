package io.github.leakcheck.check.undo.tasks;

import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.undo.threads.LocalThreads;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.KeptParameters;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Knows objects that are made and ended while an executor goes on that they were given. */
final class BriefObjects {
  private static final String EXECUTOR = "java.util.concurrent.Executor";

  private final Code code;
  private final Origins origins;
  private final Lifecycle lifecycle;
  private final KeptParameters keptParameters;

  BriefObjects(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.lifecycle = Lifecycle.of(code);
    this.keptParameters = new KeptParameters(code);
  }

  /** Name of the method that ends objects of the class, and not their executor. */
  Optional<String> end(TypeFacts type) {
    return endsExecutors(type.name())
        ? Optional.empty()
        : lifecycle.endings(type.name()).stream()
            .map(body -> body.flow().source().name())
            .findFirst();
  }

  /** Whether the call gives a task that holds its object to an executor that stays. */
  boolean holds(TypeFacts type, Body body, int node, Step.Call call) {
    return !body.flow().isStatic()
        && !body.flow().isLambdaBody()
        && end(type).isPresent()
        && Anchors.of(code).of(type).isEmpty()
        && origins.of(body, node, call.arguments().get(0)).stream().allMatch(this::holdsThis)
        && origins.of(body, node, call.receiver()).stream().allMatch(o -> isGiven(type, o))
        && comesAndGoes(type);
  }

  private boolean endsExecutors(String type) {
    return code.nest(type).stream()
        .flatMap(name -> code.bodies(name).stream())
        .flatMap(body -> body.nodes().stream())
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && Verbs.isEnding(call.callee().name())
                    && code.world().types().isSubtype(call.callee().owner(), EXECUTOR));
  }

  private boolean holdsThis(Origin task) {
    if (task instanceof Origin.Function function) {
      return origins.ofCaptured(function).anyMatch(Origin::isThis);
    }
    return task.isThis() || task instanceof Origin.Fresh fresh && keepsThis(fresh);
  }

  private boolean keepsThis(Origin.Fresh fresh) {
    Optional<Integer> node = origins.constructor(fresh);
    if (node.isEmpty() || !(fresh.body().step(node.get()) instanceof Step.Call made)) {
      return false;
    }
    return IntStream.range(0, made.arguments().size())
        .anyMatch(
            i ->
                origins.mayBeThis(fresh.body(), node.get(), made.arguments().get(i))
                    && keptParameters.keeps(made, i + 1));
  }

  /** Got by a parameter, asked of one, or kept by the object since it was given so. */
  private boolean isGiven(TypeFacts type, Origin executor) {
    if (executor instanceof Origin.OfParameter p) {
      return !p.isThis();
    }
    if (executor instanceof Origin.Result asked) {
      return asked.call().receiver() != Step.NONE
          && origins.of(asked.body(), asked.node(), asked.call().receiver()).stream()
              .allMatch(o -> isGiven(type, o));
    }
    return executor instanceof Origin.OfField f
        && !f.field().isStatic()
        && (!code.key(f.field()).owner().equals(type.name()) || isGiven(code.key(f.field())));
  }

  private boolean isGiven(FieldKey field) {
    Set<Site> stores = Set.copyOf(code.stores(field));
    return !stores.isEmpty()
        && stores.stream()
            .flatMap(store -> origins.stored(store).stream())
            .allMatch(Origin::isGiven);
  }

  /** Whether some method makes one each time it is called, and keeps it in no field. */
  private boolean comesAndGoes(TypeFacts type) {
    return code.made(type.name()).stream()
        .anyMatch(
            site ->
                !site.method().name().startsWith("<")
                    && Starts.of(code).onlyAtStart(site.method()) == Starts.Answer.NO
                    && code.body(site.method())
                        .filter(body -> !isKept(body, site) && !isForContainer(body))
                        .isPresent());
  }

  private static boolean isForContainer(Body body) {
    return body.flow().annotations().stream().anyMatch(LocalThreads.BEANS::contains);
  }

  private boolean isKept(Body body, Site made) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.StoreField store
                    && origins.isMadeAt(body, node.id(), store.value(), made.node()));
  }
}
