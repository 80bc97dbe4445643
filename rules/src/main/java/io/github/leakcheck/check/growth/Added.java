package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.Key;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells what a collection is given: names or objects, handles of work, things that end. */
public final class Added {
  private static final Pattern ASKS =
      Pattern.compile("(get|current|find|peek|poll)(\\p{Upper}.*)?");
  private static final Set<String> WORK =
      Set.of(
          "java.util.concurrent.Future",
          "java.lang.Thread",
          "java.util.TimerTask",
          "reactor.core.Disposable",
          "io.reactivex.disposables.Disposable",
          "io.reactivex.rxjava3.disposables.Disposable",
          "rx.Subscription");
  private static final Set<String> IDS =
      Set.of("java.lang.String", "java.lang.Long", "java.lang.Integer", "java.util.UUID");
  private final Code code;
  private final Origins origins;
  private final Lifecycle lifecycle;
  private final Effects effects;

  public Added(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.lifecycle = Lifecycle.of(code);
    this.effects = Effects.of(code.world());
  }

  /** Whether the key is of a platform's type that is neither class nor of unknown kind. */
  boolean isData(Use use, Body body) {
    return !use.call().arguments().isEmpty()
        && origins.of(body, use.site().node(), use.call().arguments().get(0)).stream()
            .map(Added::type)
            .allMatch(type -> type.startsWith("java."));
  }

  /** Whether the key is a text or number, as names and ids are. */
  public boolean isById(Growth growth) {
    Use use = growth.use();
    return code.body(use.site().method()).stream()
        .flatMap(
            body -> origins.of(body, use.site().node(), use.call().arguments().get(0)).stream())
        .map(Added::type)
        .allMatch(IDS::contains);
  }

  /** Whether what is added has an end of its own: who ends it is to remove it, too. */
  public boolean endsItself(Growth growth) {
    return values(growth).anyMatch(type -> code.world().types().isCloseable(type) || hasEnd(type));
  }

  /**
   * Whether what is added is a trace of calls that is made to be looked at, or collects such: put
   * in by hand to look for something.
   */
  public boolean keepsTraces(Growth growth) {
    return values(growth).anyMatch(type -> code.owns(type) && collectsTraces(type));
  }

  private boolean collectsTraces(String type) {
    return code.bodies(type).stream()
        .anyMatch(
            body ->
                body.nodes().stream()
                    .anyMatch(
                        node ->
                            node.step() instanceof Step.Call call
                                && effects.of(call.callee()).kind() == Effect.Kind.ADDS
                                && origins
                                    .ofArguments(body, node.id(), call)
                                    .anyMatch(this::isTrace)));
  }

  private boolean isTrace(Origin value) {
    return value instanceof Origin.Fresh made
        && code.world().types().isSubtype(made.type(), "java.lang.Throwable");
  }

  private Stream<String> values(Growth growth) {
    Use use = growth.use();
    List<Integer> arguments = use.call().arguments();
    return code.body(use.site().method()).stream()
        .flatMap(
            body ->
                origins.of(body, use.site().node(), arguments.get(arguments.size() - 1)).stream())
        .map(Added::type);
  }

  /** Whether what is added takes itself out, in the method given, when whoever has it ends it. */
  public boolean isOwnEnd(Growth growth, MethodRef method) {
    boolean own =
        code.body(method)
            .filter(body -> !body.flow().isStatic() && List.of().equals(method.parameters()))
            .isPresent();
    return own && values(growth).anyMatch(t -> code.world().types().isSubtype(t, method.owner()));
  }

  private boolean hasEnd(String type) {
    return code.world().types().isSubtype(type, "java.util.concurrent.ExecutorService")
        || code.owns(type) && lifecycle.ending(type).isPresent();
  }

  /** Whether what is added is the handle of work that the same body begins. */
  boolean isWork(Use use, Body body) {
    List<Integer> arguments = use.call().arguments();
    return !arguments.isEmpty()
        && origins.of(body, use.site().node(), arguments.get(arguments.size() - 1)).stream()
            .allMatch(
                o ->
                    begins(o)
                        && WORK.stream()
                            .anyMatch(known -> code.world().types().isSubtype(type(o), known)));
  }

  /** {@code create(id) { made = new Thing(); things.put(id, made); return made; }}. */
  boolean isReturned(Use use, Body body, Key key, boolean memo) {
    List<Integer> arguments = use.call().arguments();
    if (memo || arguments.size() != 2 || key.domain() != Domain.OPEN) {
      return false;
    }
    Set<Origin> value = origins.of(body, use.site().node(), arguments.get(1));
    return value.stream().allMatch(Origin.Fresh.class::isInstance)
        && body.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Return back
                        && origins.isAny(body, node.id(), back.value(), value));
  }

  private static boolean begins(Origin origin) {
    return origin instanceof Origin.Fresh
        || origin instanceof Origin.Result result
            && !ASKS.matcher(result.call().callee().name()).matches();
  }

  /** The type of the value as code declares it, empty where it does not. */
  public static String type(Origin origin) {
    if (origin instanceof Origin.OfParameter parameter) {
      if (parameter.isThis()) {
        return parameter.body().method().owner();
      }
      List<String> types = parameter.body().flow().method().parameters();
      int index = parameter.position();
      return types == null || index < 0 || index >= types.size() ? "" : types.get(index);
    } else if (origin instanceof Origin.Result result) {
      return result.call().callee().result();
    } else if (origin instanceof Origin.OfField field) {
      return field.field().type();
    } else if (origin instanceof Origin.Fresh fresh) {
      return fresh.type();
    }
    return origin instanceof Origin.Other other
            && other.body().step(other.node()) instanceof Step.Compute compute
        ? compute.type()
        : "";
  }
}
