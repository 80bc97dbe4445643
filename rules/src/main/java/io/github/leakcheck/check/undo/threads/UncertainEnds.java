package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;

/**
 * Tells ends that may never come, or come too late: in finalizers, in methods that nothing calls,
 * in hooks of the JVM, and behind flags that never have the value for it.
 */
final class UncertainEnds {
  private static final String BY_HOOK = ", except a shutdown hook, at the end of the JVM";

  private final Code code;
  private final Origins origins;
  private final ConstantFlags flags;

  UncertainEnds(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.flags = new ConstantFlags(code);
  }

  /** Whether a flag that has one value for good keeps the method from doing what the use does. */
  boolean isBarred(Use use) {
    return code.body(use.site().method())
        .filter(body -> !flags.lead(body, use.site().node()))
        .isPresent();
  }

  /** Whether nothing calls the method: not in sight, and not surely by the JVM. */
  boolean isUncalled(Body body) {
    return isFinalizer(body)
        || Access.has(body.flow().access(), Access.PRIVATE)
            && !body.flow().isLambdaBody()
            && !body.method().name().startsWith("<")
            && body.flow().annotations().isEmpty()
            && code.callers(body.method()).isEmpty();
  }

  /** Whether the body runs as a hook of the JVM: long after whoever could be closed before that. */
  boolean isHook(Body body) {
    List<Site> made =
        body.flow().isLambdaBody()
            ? code.functionSites(body.method())
            : body.method().name().equals("run") ? code.made(body.method().owner()) : List.of();
    return !made.isEmpty() && made.stream().allMatch(this::isGivenToJvm);
  }

  private boolean isGivenToJvm(Site made) {
    Optional<Body> maker = code.body(made.method());
    return maker.isPresent()
        && maker.get().nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && call.callee().owner().equals("java.lang.Runtime")
                        && call.callee().name().equals("addShutdownHook")
                        && origins.of(maker.get(), node.id(), call.arguments().get(0)).stream()
                            .anyMatch(hook -> runs(hook, maker.get(), made)));
  }

  /** Whether the thread is what the site of the body makes, or runs it. */
  private boolean runs(Origin thread, Body maker, Site made) {
    if (!(thread instanceof Origin.Fresh fresh)) {
      return false;
    }
    Optional<Integer> constructor = origins.constructor(fresh);
    return fresh.isMadeAt(maker, made.node())
        || constructor.isPresent()
            && fresh.body().step(constructor.get()) instanceof Step.Call call
            && call.arguments().stream()
                .flatMap(a -> origins.of(fresh.body(), constructor.get(), a).stream())
                .anyMatch(o -> o.isMadeAt(maker, made.node()));
  }

  /** Whether a finalizer ends what the use is about. */
  boolean isByFinalizer(Use use) {
    return use.kind() == Use.Kind.CALLED
        && Verbs.isEnding(use.call().callee().name())
        && code.body(use.site().method()).filter(UncertainEnds::isFinalizer).isPresent();
  }

  private static boolean isFinalizer(Body body) {
    return body.method().name().equals("finalize") && body.flow().parameters().size() == 1;
  }

  /** How to tell of an end that does not count. */
  String except(Use end) {
    return code.body(end.site().method())
        .filter(this::isUncalled)
        .map(
            body ->
                isFinalizer(body)
                    ? ", except `finalize()`, which may never run"
                    : ", except `" + body.flow().source().name() + "()`, which nothing calls")
        .or(() -> code.body(end.site().method()).filter(this::isHook).map(body -> BY_HOOK))
        .orElse(
            isBarred(end)
                ? ", except behind a flag that never has the value for it"
                : ", except where something has failed");
  }
}
